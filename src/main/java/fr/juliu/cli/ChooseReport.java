package fr.juliu.cli;

import fr.juliu.decide.SecondReading;
import fr.juliu.tell.AnswerDocument;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes what a second reader is worth: what is answered otherwise, and how many answers are right without and with it. */
final class ChooseReport {

    private final PrintStream out;
    private final Words words;

    ChooseReport(Session session) {
        out = session.out();
        words = session.words();
    }

    void tell(SecondTrial trial) {
        List<SecondTrial.Both> changed = trial.answers().stream()
                .filter(both -> both.second() != null && both.second().effect() == SecondReading.Effect.CHANGED)
                .toList();
        changed.forEach(both -> out.println(words.tell("choose.changed", both.known().id(), both.known().question(),
                words.tell(key(both.without())), said(both.local()), words.tell(key(both.with())),
                said(both.chosen()))));
        trial.answers().stream().filter(both -> both.with() != SecondTrial.Mark.RIGHT)
                .filter(both -> !changed.contains(both))
                .forEach(both -> out.println(words.tell("choose.kept", both.known().id(), both.known().question(),
                        words.tell(key(both.with())), said(both.chosen()), became(both))));
        out.println(words.tell("choose.columns"));
        share(trial, SecondTrial.Both::answerable, "choose.answerable", true);
        share(trial, both -> !both.answerable(), "choose.unanswerable", false);
        List<SecondReading> readings = trial.answers().stream().map(SecondTrial.Both::second).filter(Objects::nonNull)
                .toList();
        out.println(words.tell("choose.asked", readings.size(), trial.answers().size(),
                percent(readings.size(), trial.answers().size())));
        out.println(words.tell("choose.chose", counted(readings.stream().collect(
                Collectors.groupingBy(reading -> reading.choice().name(), TreeMap::new, Collectors.counting())))));
        out.println(words.tell("choose.effects", counted(readings.stream().collect(
                Collectors.groupingBy(reading -> reading.effect().word(), TreeMap::new, Collectors.counting())))));
    }

    private void share(SecondTrial trial, Predicate<SecondTrial.Both> which, String title, boolean refusable) {
        List<SecondTrial.Both> some = trial.answers().stream().filter(which).toList();
        out.println(words.tell(title, some.size()));
        for (SecondTrial.Mark mark : SecondTrial.Mark.values()) {
            if (mark != SecondTrial.Mark.REFUSED || refusable) {
                out.println(words.tell("choose.row", words.tell(key(mark)),
                        figure(some, mark, SecondTrial.Both::without), figure(some, mark, SecondTrial.Both::with)));
            }
        }
    }

    private static String figure(List<SecondTrial.Both> some, SecondTrial.Mark mark,
            Function<SecondTrial.Both, SecondTrial.Mark> which) {
        long count = some.stream().map(which).filter(mark::equals).count();
        return String.format(Locale.ROOT, "%5d  %s", count, percent(count, some.size()));
    }

    private static String counted(Map<String, Long> counts) {
        return counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%5.1f %%", all == 0 ? 0 : 100.0 * part / all);
    }

    private String became(SecondTrial.Both both) {
        SecondReading second = both.second();
        return second == null
                ? words.tell("choose.unread")
                : second.choice().name() + ", " + second.effect().word();
    }

    private static String said(AnswerDocument answer) {
        return Objects.requireNonNullElse(answer.section(), answer.outcome());
    }

    private static String key(SecondTrial.Mark mark) {
        return "choose." + mark.name().toLowerCase(Locale.ROOT);
    }
}
