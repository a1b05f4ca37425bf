package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.RolloutFact;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Permit;
import fr.juliu.tell.RichText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rollout table and the permits of the catalogue, page by page. */
final class TablePages {

    private static final int DATES = 6;
    private static final int PERMITS = 12;
    private static final int IN_ROW = 2;

    private final CurrentEdition edition;

    TablePages(CurrentEdition edition) {
        this.edition = edition;
    }

    /** A page with the buttons that turn it. */
    record Page(RichText text, List<List<Outgoing.Button>> buttons) {
    }

    /** What can be done online, by date, the newest first. */
    Page table(String number) {
        Optional<Answer.Listing> table = edition.get().answerer().table();
        if (table.isEmpty()) {
            return new Page(RichText.of("现在的资料里没有上线名单。"), List.of());
        }
        Map<String, List<RolloutFact>> byDate = new LinkedHashMap<>();
        table.get().facts().forEach(fact -> byDate.computeIfAbsent(fact.date(), date -> new ArrayList<>()).add(fact));
        List<String> dates = List.copyOf(byDate.keySet()).reversed();
        int pages = Buttons.pages(dates.size(), DATES);
        int page = Buttons.page(number, pages);
        RichText.Builder text = RichText.builder().strong("可以在 ANEF 网上办的（" + (page + 1) + "/" + pages + "）");
        for (String date : dates.subList(page * DATES, Math.min((page + 1) * DATES, dates.size()))) {
            List<RolloutFact> facts = byDate.getOrDefault(date, List.of());
            text.plain("\n\n").strong(date + (facts.getFirst().planned() ? "（计划）" : ""));
            facts.forEach(fact -> text.plain("\n• " + fact.permit()));
        }
        text.plain("\n\n" + AsOf.told(table.get().citation().asOf()) + "，以官方信息为准。");
        return new Page(text.build(), Buttons.pager("list", page, pages));
    }

    /** The permits of the catalogue, a button each. */
    Page permits(String number) {
        List<Permit> permits = choosable(edition.get());
        int pages = Buttons.pages(permits.size(), PERMITS);
        int page = Buttons.page(number, pages);
        List<Outgoing.Button> buttons = permits
                .subList(page * PERMITS, Math.min((page + 1) * PERMITS, permits.size())).stream()
                .map(permit -> new Outgoing.Button(permit.chinese(), "permit:" + permit.id())).toList();
        List<List<Outgoing.Button>> rows = new ArrayList<>(Buttons.rows(buttons, IN_ROW));
        rows.addAll(Buttons.pager("permits", page, pages));
        return new Page(RichText.of("看哪一种居留？也可以直接写 /permit 学生"), rows);
    }

    private static List<Permit> choosable(Edition edition) {
        return edition.catalogue().all().stream().filter(permit -> permit.kind() != Permit.Kind.PROCEDURE)
                .filter(permit -> permit.includes().isEmpty() && Outgoing.Button.says("permit:" + permit.id()))
                .toList();
    }
}
