package fr.juliu.wechat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person can go on with: pages to read, numbers to choose, the answer to judge.
 *
 * @param pages   not read yet, in order
 * @param choices what the numbers from 1 on stand for
 * @param more    the button that 继续 presses behind the last page; null for none
 * @param answer  the id of the exchange that 有用 and 没用 are about; null for none
 * @param until   while it is still in the making: until when that may take, in milliseconds since 1970; else 0
 */
record Reading(List<String> pages, List<Choice> choices, @Nullable String more, @Nullable String answer, long until) {

    static final Reading NONE = new Reading(List.of(), List.of(), null, null, 0);

    private static final JsonMapper JSON = JsonMapper.shared();

    Reading {
        pages = List.copyOf(pages);
        choices = List.copyOf(choices);
    }

    /**
     * What a number stands for.
     *
     * @param label as it is shown
     * @param press the data of the button that it presses; null when it asks its label as a question
     */
    record Choice(String label, @Nullable String press) {
    }

    /** What there is to go on with until the answer is made. */
    static Reading pending(long until) {
        return new Reading(List.of(), List.of(), null, null, until);
    }

    static Reading read(String state) {
        return JSON.readValue(state, Reading.class);
    }

    /**
     * What is offered once something else was told: what that offers or, when it offers nothing, what was offered; a word
     * about the same answer leaves its pages and its whole text.
     *
     * @param told  how it was told
     * @param pages of it, not read yet
     */
    Reading then(TextRenderer.Told told, List<String> pages) {
        Reading offered = told.reading();
        if (offered == null) {
            return pages.isEmpty() ? this : new Reading(pages, choices, null, answer, 0);
        }
        return told.aside() && pages.isEmpty()
                ? new Reading(this.pages, offered.choices, offered.more == null ? more : offered.more, offered.answer,
                        0)
                : offered.withPages(pages);
    }

    /** The same but for other pages. */
    Reading withPages(List<String> others) {
        return new Reading(others, choices, more, answer, until);
    }

    String state() {
        return JSON.writeValueAsString(this);
    }
}
