package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.links.Sites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The addresses of a folder, looked at on the command line; the server is a real one of this machine. */
final class CheckLinksTest {

    private final Sites sites = Sites.open();
    private Path home = Path.of(".");

    @BeforeEach
    void putAnArticleAndHelp(@TempDir Path folder) throws IOException {
        home = folder;
        terminal().file("data/.keep", "");
        article("""
                来源（2024 年 5 月）：[一](%1$s/good)、[二](%1$s/gone#part)

                [三](%1$s/moved)、[四](%1$s/now)、[五](%1$s/shut)、[六](%1$s/shut/2)、[七](mailto:a@example.org)、[八](#居留)
                """);
        terminal().file("config/help.yml", "help:\n- name: 官方\n  url: " + sites.url("/gone") + "\n  for: [unknown]\n");
        terminal().file("config/pages.yml", """
                general:
                  title: 官方
                  url: https://127.0.0.1:1/official

                pages:
                - names: [甲]
                  about: [乙]
                  title: 丙
                  url: https://127.0.0.1:1/official
                """);
        sites.page("/good", 200).page("/gone", 404).page("/shut", 403).redirect("/moved", 301, "/good")
                .redirect("/now", 302, "/good").page("/source", 200);
    }

    @AfterEach
    void close() {
        sites.close();
    }

    @Test
    void deadOnesFailAndTheOthersAreWarnedOf() {
        Terminal.Output output = check();

        assertThat(output.code()).isEqualTo(1);
        assertThat(output.lines()).containsSubsequence(
                "错误 a.md:7：没有了：" + sites.url("/gone") + " answers 404；从没看到过好的；还在 help.yml:3",
                "提醒 a.md:9：搬了家：" + sites.url("/moved") + "，请写 " + sites.url("/good"),
                "提醒 a.md:9：暂时转到别处：" + sites.url("/now") + "，转到 " + sites.url("/good"),
                "提醒 a.md:9：没看成：" + sites.url("/shut") + " answers 403；从没看到过好的；这个网站还有 1 个也这样",
                "网址：8 个，2 个网站，2 个好的，1 个没有了，0 个网站搬了家，1 个搬了家，1 个暂时转到别处，3 个没看成");
        assertThat(output.err()).isEqualToIgnoringNewLines("看 8 个网址，属于 2 个网站\n");
        assertThat(check("--lang", "en").lines()).contains(
                "error a.md:7: dead: " + sites.url("/gone") + " answers 404; never seen good; also in help.yml:3",
                "links: 8 addresses of 2 sites, 2 good, 1 dead, 0 site moved, 1 moved, 1 redirected, 3 not reached");
    }

    @Test
    void theLastGoodLookIsToldOnceAPageIsGone() throws IOException {
        article("[一](%1$s/good)\n");
        terminal().file("config/help.yml", "help:\n- name: 官方\n  for: [unknown]\n");
        assertThat(check().code()).isZero();
        Path log = home.resolve("data/links.json");
        Files.writeString(log, Files.readString(log).replace("2024-08-15", "2024-07-01"));
        article("[一](%1$s/good)、[二](%1$s/gone)\n");
        Files.writeString(log, Files.readString(log).replace("/good", "/gone"));

        assertThat(check().lines()).contains(
                "错误 a.md:7：没有了：" + sites.url("/gone") + " answers 404；2024-07-01 看还好");
        assertThat(Files.readString(log)).contains("/good\" : \"2024-08-15\"", "/gone\" : \"2024-07-01\"");
    }

    @Test
    void withoutAFolderOfDataNoneIsMade() throws IOException {
        Files.delete(home.resolve("data/.keep"));
        Files.delete(home.resolve("data"));

        assertThat(check().err()).contains("没有文件夹", "（juliu.data），上次看还好是哪天就记不下来");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void aSiteThatMovedAsAWholeIsNamedWithItsNewAddress() {
        article("[一](%1$s/good)\n".replace("%1$s", sites.url("").replace("127.0.0.1", "localhost")));

        assertThat(check().lines()).contains("提醒 a.md:7：网站搬了家："
                + sites.url("/good").replace("127.0.0.1", "localhost") + "，请写 " + sites.url("/good"));
    }

    @Test
    void asJsonEachHasItsPlaces() {
        JsonNode links = check("--json").object().get("links");

        assertThat(links.get("addresses").asInt()).isEqualTo(8);
        assertThat(links.get("good").asInt()).isEqualTo(2);
        assertThat(links.get("found").get(0).toString()).isEqualTo("{\"kind\":\"DEAD\",\"url\":\"" + sites.url("/gone")
                + "\",\"to\":null,\"why\":\"answers 404\",\"lastSeen\":null,\"places\":[\"a.md:7\",\"help.yml:3\"]}");
    }

    @Test
    void withoutTheFlagNothingIsAsked() {
        Terminal.Output output = run("check", "--model", "off", "--knowledge", home.resolve("new").toString());

        assertThat(output.code()).isZero();
        assertThat(output.out()).doesNotContain("网址：");
    }

    @Test
    void limitsThatCannotBeAreRefused() {
        assertThat(terminal().with("JULIU_LINKS_ATONCE", "0").run("check", "--links").err())
                .startsWith("juliu.links.at-once must be at least 1; it is 0");
        assertThat(terminal().with("JULIU_LINKS_PAUSE", "soon").run("check", "--links").err())
                .startsWith("juliu.links.pause 是一段时间，例如 20s 或 0.5s；现在是 soon");
        assertThat(terminal().with("JULIU_LINKS_MOVED", "a.fr").run("check", "--links").err())
                .startsWith("juliu.links.moved 是一对一对的，例如 old.fr=new.fr，用逗号隔开；现在有 a.fr");
    }

    private void article(String text) {
        terminal().folder("new", "---\ntitle: 网上申请\nas_of: 2024-07\nsource: %1$s/source\n---\n## 居留\n"
                .formatted(sites.url("")) + text.replace("%1$s", sites.url("")));
    }

    private Terminal.Output check(String... flags) {
        return run(Stream.concat(Stream.of("check", "--links", "--model", "off", "--knowledge",
                home.resolve("new").toString(), "--config", home.resolve("config").toString()), Stream.of(flags))
                .toArray(String[]::new));
    }

    private Terminal.Output run(String... words) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JULIU_DATA", home.resolve("data").toString());
        environment.put("JULIU_LINKS_PAUSE", "0s");
        environment.put("JULIU_LINKS_MOVED", "localhost=127.0.0.1");
        return new Terminal(home, environment, "", Screens.NONE).run(words);
    }

    private Terminal terminal() {
        return Terminal.in(home);
    }
}
