package fr.juliu.knowledge;

import java.util.List;

/**
 * An address of the web that articles or help points name.
 *
 * @param url    without what stands behind its #
 * @param places where it is named, as {@code file:line}, at least one
 */
public record CitedAddress(String url, List<String> places) {

    public CitedAddress {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("an address is named somewhere: " + url);
        }
    }
}
