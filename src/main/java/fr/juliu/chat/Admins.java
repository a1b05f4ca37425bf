package fr.juliu.chat;

import java.util.Set;

/** Who may reindex: the people of the setting {@code juliu.admins}. */
record Admins(Set<String> ids) {

    Admins {
        ids = Set.copyOf(ids);
    }

    boolean include(Person person) {
        return ids.contains(person.id());
    }
}
