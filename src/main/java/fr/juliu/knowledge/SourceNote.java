package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.List;

/**
 * The line that ends a section of facts: {@code 来源（2021 年 8 月）：[Code du travail](…)、[…](…)}.
 *
 * @param month   the month that the facts describe
 * @param links   where they come from; empty when nothing tells
 * @param remarks what the line says beside its links, such as which fact has no source
 * @param line    from 1
 */
public record SourceNote(YearMonth month, List<Link> links, List<String> remarks, int line) {

    public SourceNote {
        links = List.copyOf(links);
        remarks = List.copyOf(remarks);
    }
}
