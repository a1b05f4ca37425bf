package fr.juliu.telegram.send;

import fr.juliu.chat.Outgoing.Result;
import fr.juliu.chat.Outgoing.Results;
import fr.juliu.chat.Outgoing.Toast;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/** Writes what somebody waits for with his finger on the screen: words for a button pressed, results to pick from. */
final class QueryAnswers {

    private static final int LONGEST_TOAST = 200;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 120;
    private static final int LONGEST_ID = 64;
    private static final int MOST_RESULTS = 10;
    private static final int CACHED_SECONDS = 60;

    private final TelegramHtml html;

    QueryAnswers(TelegramHtml html) {
        this.html = html;
    }

    /** Words for whoever pressed a button; those too long are cut. */
    BotCall toast(String query, Toast toast) {
        return BotCall.of(AnswerCallbackQuery.builder().callbackQueryId(query).text(cut(toast.text(), LONGEST_TOAST))
                .showAlert(toast.alert()).build());
    }

    /** Results to pick from; those that say nothing, and those whose id is not one, are left out. */
    BotCall results(String query, Results results) {
        Set<String> ids = new HashSet<>();
        List<InlineQueryResult> articles = new ArrayList<>();
        for (Result result : results.results()) {
            String page = html.editable(result.text());
            if (articles.size() < MOST_RESULTS && isId(result.id()) && !page.isEmpty() && ids.add(result.id())) {
                articles.add(article(result, page));
            }
        }
        return BotCall.of(AnswerInlineQuery.builder().inlineQueryId(query).results(articles).cacheTime(CACHED_SECONDS)
                .build());
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID;
    }

    private static InlineQueryResultArticle article(Result result, String page) {
        InputTextMessageContent content = InputTextMessageContent.builder().messageText(page)
                .parseMode(TelegramHtml.MODE)
                .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build()).build();
        return InlineQueryResultArticle.builder().id(result.id()).title(cut(result.title(), LONGEST_TITLE))
                .description(cut(result.description(), LONGEST_DESCRIPTION)).inputMessageContent(content).build();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
