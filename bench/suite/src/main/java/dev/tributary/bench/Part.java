package dev.tributary.bench;

import java.util.List;

/** What can be measured alone. */
interface Part {
    List<Figure> measure(Stage stage);
}
