package fr.juliu.web.desk;

import fr.juliu.answer.EditionChange;
import java.util.List;
import java.util.stream.Stream;

/** How two editions differ, in lists with titles; no list when they do not. */
record ChangeList(String title, List<String> items) {

    static List<ChangeList> of(EditionChange change) {
        return Stream.of(new ChangeList("名单：新增", change.entriesAdded()),
                new ChangeList("名单：删去", change.entriesRemoved()),
                new ChangeList("名单：改了日期", change.entriesChanged()),
                new ChangeList("段落：新增", change.sectionsAdded()),
                new ChangeList("段落：删去", change.sectionsRemoved()),
                new ChangeList("段落：改了", change.sectionsChanged())).filter(list -> !list.items().isEmpty()).toList();
    }
}
