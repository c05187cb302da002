// Keys that do something where they are pressed.

/** Does what stands for the key, if anything does; nobody else sees it then. */
export function takeKey(event, actions) {
  const act = actions[event.key];
  if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    event.stopPropagation();
    act(event);
  }
}
