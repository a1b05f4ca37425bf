package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.tell.RichText;
import fr.juliu.tell.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of answers lead to our pages, where these are reached from outside. */
final class PageLinksTest {

    private static final String STUDENT = "学生居留能网上申请吗";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {STUDENT, "學生居留能網上申請嗎？請問續簽", "网站报错提交不了怎么办", "哪些居留已经可以网上办"})
    void theSourceOfAnAnswerLeadsToItsPlace(String question) {
        try (ChatRoom room = new ChatRoom(folder, URI.create("https://juliu.example.org/"))) {
            RichText text = ChatRoom
                    .first(room.receive(Say.privately(ChatRoom.FIXED, Say.ASKER).text(question)), Outgoing.Send.class)
                    .text();
            List<RichText.Linked> links = text.spans().stream().filter(RichText.Linked.class::isInstance)
                    .map(RichText.Linked.class::cast)
                    .filter(link -> link.url().startsWith("https://juliu.example.org/")).toList();
            assertThat(links).hasSize(1);
            assertThat(links.getFirst().text()).startsWith("《");
            assertThat(links.getFirst().url()).startsWith("https://juliu.example.org/a/demande-en-ligne#%");
        }
    }

    @Test
    void withoutAPublicAddressItStaysText() {
        try (ChatRoom room = new ChatRoom(folder, ChatRoom.EDITION, ChatRoom.ARTICLES, ChatRoom.CONFIG)) {
            RichText text = ChatRoom
                    .first(room.receive(Say.privately(ChatRoom.FIXED, Say.ASKER).text(STUDENT)), Outgoing.Send.class)
                    .text();
            assertThat(text.plain()).contains("来源：《").doesNotContain("/a/demande");
        }
    }

    @Test
    void whatStandsAroundTheSourceStays() {
        RichText text = RichText.builder().strong("可以。").plain("见来源：《无》\n\n来源：《甲》乙\n（一注）")
                .link("丙", "https://c.example")
                .build();
        RichText linked = SourceText.linking(text, "https://a.example/a/x");
        assertThat(linked.spans()).containsExactly(new RichText.Strong("可以。"),
                new RichText.Plain("见来源：《无》\n\n来源："), new RichText.Linked("《甲》乙", "https://a.example/a/x"),
                new RichText.Plain("\n（一注）"), new RichText.Linked("丙", "https://c.example"));
    }
}
