package fr.juliu.keep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.ChatRoom;
import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionChange;
import fr.juliu.keep.Articles;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.Ids;
import fr.juliu.store.Listings;
import fr.juliu.store.Watch;
import fr.juliu.store.Watches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What watchers are told while a rollout table grows from version to version. */
final class WatchingTest {

    private static final String HEAD = "---\ntitle: 上网记\nas_of: 2024-05\n---\n";
    private static final String COLUMNS = "\n# 名单\n\n| 日期 | 居留类型 |\n| --- | --- |\n";
    private static final String FAMILY = "法籍配偶 conjoint d'un ressortissant français、法籍子女的父母 parent d'un enfant"
            + " français、季节临时工作 travailleur saisonnier、欧盟公民的非欧盟家属";
    private static final List<List<String>> VERSIONS = List.of(
            List.of("2019 年 2 月|等效于居留卡的长期签证 VLS-TS 网上认证"),
            List.of("+2020 年 9 月|学生 étudiant"),
            List.of("+2021 年 5 月|人才护照 passeport-tallent"),
            List.of("passeport-tallent>passeport-talent"),
            List.of("+2021 年 9 月|制作副本（居留卡遗失或被窃）、地址变更"),
            List.of("+2021 年 8 月|游客 visiteur"),
            List.of("2021 年 8 月>2021 年 9 月"),
            List.of("+2021 年 10 月|未成年人通行证 document de circulation pour étranger mineur"),
            List.of("+2022 年 3 - 4 月|人权国际保护 protection internationale、难民旅行证 titre de voyage"),
            List.of("+2022 年 9 月|欧盟公民"),
            List.of("+2023 年 4 月|" + FAMILY),
            List.of("、季节临时工作>|\n| 2023 年 4 月 |季节临时工作"),
            List.of("+2023 年 6 月|在法国出生人员的居留、VPF 家庭团聚居留"),
            List.of("+2023 年 10 月|人道主义：aide social à l'enfance, étrangers malades, violence conjugale"),
            List.of("^2020 年 9 月|学生 étudiant"),
            List.of("+2024 年 7 月|**续** 10 年卡 carte de résident (de longue durée-UE)"),
            List.of("as_of: 2024-05>as_of: 2024-07"));

    private final HandClock clock = new HandClock();
    private final Articles articles;
    private final Database database;
    private final Listings listings;
    private final Watching watching;
    private final Map<String, List<String>> told = new LinkedHashMap<>();
    private Edition edition;
    private String text = HEAD + COLUMNS;

    WatchingTest(@TempDir Path folder) {
        articles = new Articles(folder.resolve("articles"));
        database = Database.sqlite(folder.resolve("juliu.db"));
        listings = new Listings(database, clock);
        edition = read();
        watching = new Watching(new Watches(database), listings, () -> edition, new Ids(clock));
        publish(false);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void overSeventeenVersionsEachIsToldOnceOfWhatAPersonWouldCallAChange() {
        assertThat(VERSIONS).hasSize(17);
        edition.catalogue().all().forEach(permit -> watch(permit.id()));
        watch(Watch.ALL);
        List<EditionChange> changes = new ArrayList<>();
        for (List<String> version : VERSIONS) {
            Edition before = edition;
            version.forEach(this::change);
            publish(false);
            changes.add(EditionChange.between(before.library(), edition.library()));
            tell();
            assertThat(watching.due("telegram", 1000)).isEmpty();
        }
        assertThat(changes.get(3).entriesChanged()).as("a typo").containsExactly(
                "人才护照 passeport-tallent -> 人才护照 passeport-talent (2021 年 5 月)");
        assertThat(changes.get(3).entriesAdded()).isEmpty();
        assertThat(changes.get(6).entriesChanged()).containsExactly("游客 visiteur: 2021 年 8 月 -> 2021 年 9 月");
        assertThat(changes.get(11).lines()).as("a row split in two").noneMatch(line -> line.contains("rollout"));
        assertThat(changes.get(14).lines()).as("a row moved").noneMatch(line -> line.contains("rollout"));

        assertThat(told.get("visiteur")).containsExactly("游客居留 visiteur：可以网上办了，2021年8月起",
                "游客居留 visiteur：日期改为 2021年9月，原来写 2021年8月");
        assertThat(told.get("carte-de-resident")).allMatch(line -> line.contains("只有续")).hasSize(2)
                .first().asString().endsWith("：计划 2024年7月上线");
        edition.rollout().stream().map(entry -> entry.permit().id()).distinct()
                .filter(id -> !List.of("visiteur", "carte-de-resident").contains(id))
                .filter(id -> edition.catalogue().find(id).isPresent())
                .forEach(id -> assertThat(told.get(id)).as(id).hasSize(1).first().asString().contains("可以网上办了"));
        assertThat(told.get("salarie")).as("not listed").isNull();
        assertThat(told.get(Watch.ALL)).hasSize(edition.rollout().size() + 2);
    }

    @Test
    void whatIsBroughtBackIsToldNobodyTwice() {
        watch("etudiant");
        change(VERSIONS.get(1).getFirst());
        publish(false);
        tell();
        String with = text;
        text = HEAD + COLUMNS;
        publish(false);
        text = with;
        publish(false);
        tell();
        assertThat(told.get("etudiant")).hasSize(1);
        text = HEAD + COLUMNS;
        publish(false);
        tell();
        assertThat(told.get("etudiant")).hasSize(2).last().asString().contains("名单里没有了");
    }

    @Test
    void theKeeperMayHoldNoticesAndLetThemGoOrDropThem() {
        watch("etudiant");
        change(VERSIONS.get(1).getFirst());
        edition = read();
        assertThat(watching.wouldTell(edition)).isEqualTo(1);
        publish(true);
        tell();
        assertThat(told).isEmpty();
        assertThat(watching.waiting()).isEqualTo(new Listings.Waiting(0, 1));
        watching.release();
        tell();
        assertThat(told.get("etudiant")).hasSize(1);
        text = HEAD + COLUMNS;
        publish(true);
        watching.skip();
        tell();
        assertThat(told.get("etudiant")).hasSize(1);
        assertThat(watching.waiting()).isEqualTo(new Listings.Waiting(0, 0));
    }

    @Test
    void historyTellsTheNewestChangeFirst() {
        change(VERSIONS.get(1).getFirst());
        publish(false);
        change("2020 年 9 月>2020 年 10 月");
        publish(false);
        assertThat(watching.history("etudiant")).hasSize(2).first().extracting(Watching.DatedChange::changes)
                .asString().contains("2020年10月");
        assertThat(watching.history(Watch.ALL)).hasSize(2);
        assertThat(watching.history("visiteur")).isEmpty();
    }

    private void watch(String permit) {
        assertThat(watching.add(new Watching.Reader("telegram", "telegram:" + permit.hashCode(), null, false), permit))
                .isEqualTo(Watching.Added.NEW);
    }

    private void tell() {
        for (Notice notice : watching.due("telegram", 1000)) {
            Watch watch = notice.due().watch();
            notice.text().plain().lines().filter(line -> line.startsWith("• ")).forEach(
                    line -> told.computeIfAbsent(watch.permit(), id -> new ArrayList<>()).add(line.substring(2)));
            if (!edition.rollout().isEmpty()) {
                assertThat(notice.text().plain()).contains("来源：《上网记》");
            }
            assertThat(watching.told(notice)).isTrue();
        }
    }

    /** A row in front of the others, one moved to their end, or other words in place of some. */
    private void change(String change) {
        if (change.startsWith("+") || change.startsWith("2019")) {
            text = text.replace(COLUMNS, COLUMNS + row(change.replaceFirst("^\\+", "")));
        } else if (change.startsWith("^")) {
            String row = row(change.substring(1));
            assertThat(text).contains(row);
            text = text.replace(row, "") + row;
        } else {
            String[] words = change.split(">", 2);
            assertThat(text).contains(words[0]);
            text = text.replaceFirst(Pattern.quote(words[0]), words[1]);
        }
    }

    private static String row(String cells) {
        return "| " + cells.replace("|", " | ") + " |\n";
    }

    private void publish(boolean held) {
        edition = read();
        watching.published(Watching.states(edition), held);
    }

    private Edition read() {
        articles.with("a.md", text);
        return Edition.of(new LibraryReader(articles.folder(), null, clock).read(), ChatRoom.CONFIG, clock, false);
    }
}
