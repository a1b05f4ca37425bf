package fr.juliu.chat;

import fr.juliu.store.mask.VisibleText;

/**
 * Who writes.
 *
 * @param id        with the messenger's name before it, such as {@code telegram:5}; the group's own for an anonymous admin
 * @param name      as shown to others
 * @param anonymous whether it is an admin who writes in the name of the group
 */
public record Person(String id, String name, boolean anonymous) {

    public Person {
        name = VisibleText.of(name);
    }
}
