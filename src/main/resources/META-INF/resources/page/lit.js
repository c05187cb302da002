// The only place that names the library's version.
export { html, svg, nothing, render } from '/_static/lit-html/3.3.3/lit-html.js';
