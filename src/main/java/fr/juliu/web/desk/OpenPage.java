package fr.juliu.web.desk;

import fr.juliu.decide.Answer;
import fr.juliu.edition.Edition;
import fr.juliu.keep.OpenQuestion;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Passage;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the keeper may do about a question that nothing answers.
 *
 * @param near  sections that come near, the nearest first
 * @param all   every section of every article, for what does not come near
 * @param table whether there is a table that could answer
 * @param alias for a name that nothing knows; null when the question has none
 */
record OpenPage(OpenQuestion question, List<Near> near, List<Contents> all, boolean table, @Nullable Alias alias) {

    private static final int MOST = 6;

    /**
     * A section that comes near.
     *
     * @param place how the form names it
     * @param text  the section as people read it
     */
    record Near(String place, String file, String section, String text) {
    }

    /** The sections of an article, each by the word that the form has for it. */
    record Contents(String title, List<Place> places) {

        static Contents of(Article article) {
            return new Contents(article.title(), article.sections().stream()
                    .flatMap(section -> Stream.concat(Stream.of(section.heading()),
                            section.passages().stream().map(Passage::question)))
                    .map(heading -> new Place(article.file(), heading)).toList());
        }
    }

    /** Whether a choice of the form is a section that does not come near. */
    public boolean elsewhere(String choice) {
        return Place.of(choice).isPresent() && near.stream().noneMatch(each -> each.place().equals(choice));
    }

    static OpenPage of(OpenQuestion question, Edition edition, NewWords names) {
        String words = question.wordings().getFirst();
        Reply reply = edition.answerer().ask(words);
        Stream<Place> nearest = reply.answer() instanceof Answer.Unknown unknown
                ? unknown.nearest().stream().map(place -> new Place(place.file(), place.section()))
                : Stream.empty();
        Stream<Place> best = reply.explanation().get().passages().stream()
                .map(place -> new Place(place.file(), place.section()));
        List<Near> near = Stream.concat(nearest, best).distinct().map(place -> place.near(edition))
                .flatMap(Optional::stream).limit(MOST).toList();
        return new OpenPage(question, near, edition.library().articles().stream().map(Contents::of).toList(),
                !edition.rollout().isEmpty(),
                names.in(words, reply.explanation().get().terms()).map(Alias::of).orElse(null));
    }

    /**
     * Where a question leads: a section, by its file and heading.
     *
     * @param file relative to the folder
     */
    record Place(String file, String section) {

        private static final String BAR = "|";

        /** A place by the word that the form has for it; empty for what is none. */
        static Optional<Place> of(String word) {
            int bar = word.indexOf(BAR);
            return bar < 1 ? Optional.empty() : Optional.of(new Place(word.substring(0, bar), word.substring(bar + 1)));
        }

        /** The word that the form has for it. */
        public String word() {
            return file + BAR + section;
        }

        private Optional<Near> near(Edition edition) {
            return edition.text(file, section).map(RichText::plain)
                    .map(text -> new Near(word(), file, section, text));
        }
    }
}
