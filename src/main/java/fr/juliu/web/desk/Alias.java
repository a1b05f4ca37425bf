package fr.juliu.web.desk;

import tools.jackson.databind.json.JsonMapper;

/**
 * A name that the settings may learn.
 *
 * @param permit  what to put before the ] of a permit's {@code names} in permits.yml
 * @param lexicon a line of lexicon.yml that does nothing until another word stands in it
 */
record Alias(String word, String permit, String lexicon) {

    private static final JsonMapper JSON = new JsonMapper();

    static Alias of(String word) {
        String quoted = JSON.writeValueAsString(word);
        return new Alias(word, ", " + quoted, "  - [" + quoted + "]");
    }
}
