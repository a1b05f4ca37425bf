package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.Help;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the messages that carry answers, with the buttons under them. */
final class AnswerMessages {

    private static final int RELATED = 3;
    private static final int LABEL = 30;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final CurrentEdition edition;
    private final Exchanges exchanges;
    private final PageLinks pages;
    private final GroupAnswers answers;
    private final WayToPerson way;
    private final Ids ids;
    private final Clock clock;

    AnswerMessages(CurrentEdition edition, Exchanges exchanges, PageLinks pages, GroupAnswers answers, WayToPerson way,
            Ids ids, Clock clock) {
        this.edition = edition;
        this.exchanges = exchanges;
        this.pages = pages;
        this.answers = answers;
        this.way = way;
        this.ids = ids;
        this.clock = clock;
    }

    /** The message for a reply, and the picture or file that belongs to it. */
    List<Outgoing> withFile(Outgoing.Send send, Reply reply) {
        List<Outgoing> all = new ArrayList<>(List.of(send));
        all.addAll(answers.after(reply, send.chat(), send.replyTo()));
        return all;
    }

    /**
     * The message for a reply.
     *
     * @param asked   the message that asked
     * @param replyTo the message that it is to hang under; null for none
     */
    Outgoing.Send send(Chat chat, String asked, @Nullable String replyTo, Reply reply) {
        Answered answered = answered(chat, reply);
        String id = ids.next();
        exchanges.add(new Exchange(id, chat.id(), asked, null, Answered.KIND, reply.question(), answered.details(),
                clock.instant()));
        return new Outgoing.Send(chat, shown(chat, reply), buttons(id, answered, chat), replyTo, id, false);
    }

    /** Another answer in place of one sent, since its question was edited; below it when it is still on its way. */
    List<Outgoing> edit(Incoming.Message message, Exchange exchange, Reply reply) {
        Chat chat = message.chat();
        String sent = exchange.sent();
        if (sent == null) {
            return List.of(send(chat, message.id(), message.id(), reply));
        }
        Answered answered = answered(chat, reply);
        exchanges.update(new Exchange(exchange.id(), exchange.chat(), exchange.asked(), sent, exchange.kind(),
                reply.question(), answered.details(), exchange.at()));
        return List.of(new Outgoing.Edit(chat, sent, shown(chat, reply), buttons(exchange.id(), answered, chat),
                Messages.replyTo(message), exchange.id()));
    }

    private RichText shown(Chat chat, Reply reply) {
        return chat.isGroup() && reply.answer() instanceof Answer.Unknown unknown && !unknown.help().isUrgent()
                && !Answered.outcome(unknown).equals(Answered.TALK)
                        ? refusal(unknown, reply.traditional())
                        : pages.shown(reply);
    }

    /** What is not known, in one line with the page to look on. */
    private static RichText refusal(Answer.Unknown unknown, boolean traditional) {
        RichText.Builder line = RichText.builder()
                .plain(traditional ? "我的資料裡沒有寫到，不敢亂說。" : "我的资料里没有写到，不敢乱说。");
        for (Help.Point point : unknown.help().points()) {
            String url = point.url();
            if (url != null) {
                return line.plain("可以看：").link(point.name(), url).build();
            }
        }
        return line.build();
    }

    /** The whole text of a place in the script of a question, its source leading to the page; empty when there is none. */
    Optional<RichText> whole(String file, String heading, String question) {
        return edition.get().text(file, heading, question)
                .map(text -> article(file).map(each -> pages.whole(text, each, heading)).orElse(text));
    }

    /** The buttons under an answer. */
    List<List<Outgoing.Button>> buttons(String id, Answered answered, Chat chat) {
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        boolean refuses = chat.isGroup() && answered.outcome().equals("unknown");
        if (!answered.outcome().equals("clarify") && !answered.isTalk() && !refuses) {
            boolean traditional = answered.traditional();
            List<Outgoing.Button> first = new ArrayList<>(List.of(new Outgoing.Button("👍 有用", "useful:" + id),
                    new Outgoing.Button(traditional ? "👎 沒用" : "👎 没用", "useless:" + id)));
            if (answered.longer()) {
                first.add(new Outgoing.Button(traditional ? "展開全文" : "展开全文", "full:" + id));
            }
            rows.add(first);
        }
        if (!answered.watchable().isEmpty()) {
            rows.add(List.of(new Outgoing.Button(answered.traditional() ? "上線時通知我" : "上线时通知我", "watch:" + id)));
        }
        for (int i = 0; i < answered.next().size(); i++) {
            rows.add(List.of(new Outgoing.Button(label(answered.next().get(i).label()), "next:" + id + ":" + i)));
        }
        if (answered.outcome().equals("unknown") && way.isOpen(chat)) {
            rows.add(List.of(new Outgoing.Button(answered.traditional() ? "找人問" : "找人问", "person:" + id)));
        }
        return rows;
    }

    private Answered answered(Chat chat, Reply reply) {
        Answer answer = reply.answer();
        Citation citation = answer.citation();
        return new Answered(Answered.outcome(answer), citation == null ? null : citation.file(),
                citation == null ? null : citation.section(), isLonger(reply), false, reply.traditional(),
                next(chat, reply), chat.isGroup() ? List.of() : WatchCommands.watchable(reply, edition.get()));
    }

    /** Whether the place says something that the answer leaves out. */
    private boolean isLonger(Reply reply) {
        if (!(reply.answer() instanceof Answer.FromSection section)) {
            return false;
        }
        String told = withoutSpace(reply.text());
        return section.rest().lines().map(AnswerMessages::withoutSpace).anyMatch(line -> !told.contains(line))
                || hasTable(section.citation());
    }

    /** Whether a rollout table stands there, which an answer from prose never holds. */
    private boolean hasTable(Citation citation) {
        return article(citation.file()).stream().flatMap(article -> article.sections().stream())
                .anyMatch(section -> section.heading().equals(citation.section()) && !section.tables().isEmpty());
    }

    private Optional<Article> article(String file) {
        return edition.get().library().articles().stream().filter(each -> each.file().equals(file)).findFirst();
    }

    private static String withoutSpace(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    private List<Answered.Next> next(Chat chat, Reply reply) {
        return switch (reply.answer()) {
            case Answer.Clarify clarify -> clarify.options().stream()
                    .map(option -> new Answered.Next(option.label(), option.question())).toList();
            case Answer.Unknown unknown -> unknown.suggestions().stream().map(Answered.Next::of).toList();
            case Answer.Pinned pinned -> List.of();
            case Answer.Listed listed -> related(chat, reply);
            case Answer.NotListed notListed -> related(chat, reply);
            case Answer.Listing list -> related(chat, reply);
            case Answer.FromSection section -> related(chat, reply);
        };
    }

    /** Related questions, in private only: a group is to stay easy to read. */
    private List<Answered.Next> related(Chat chat, Reply reply) {
        return chat.isGroup()
                ? List.of()
                : edition.get().answerer().related(reply, RELATED).stream().map(Answered.Next::of).toList();
    }

    private static String label(String question) {
        return question.codePointCount(0, question.length()) <= LABEL
                ? question
                : question.substring(0, question.offsetByCodePoints(0, LABEL - 1)) + "…";
    }
}
