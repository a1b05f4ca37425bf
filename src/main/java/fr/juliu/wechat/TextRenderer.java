package fr.juliu.wechat;

import fr.juliu.chat.Outgoing;
import fr.juliu.tell.RichText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the bot does into one text of WeChat's: links stay links, buttons become numbers and words to send. */
final class TextRenderer {

    private static final int LONGEST_ADDRESS = 600;
    private static final int LONGEST_TITLE = 300;

    private final StringBuilder text = new StringBuilder();
    private final List<Reading.Choice> choices = new ArrayList<>();
    private @Nullable String more;
    private @Nullable String answer;
    private boolean aside = true;
    private boolean traditional;

    /**
     * A text with what it offers.
     *
     * @param reading     what it offers to go on with; null when what was offered before stays
     * @param aside       whether it is but a word about what was told before
     * @param traditional whether it answers in traditional characters
     */
    record Told(String text, @Nullable Reading reading, boolean aside, boolean traditional) {

        /** A few words that offer nothing. */
        static Told word(String text) {
            return new Told(text, null, true, false);
        }
    }

    /** The text for what the bot does. */
    static Told of(List<Outgoing> done) {
        TextRenderer renderer = new TextRenderer();
        done.forEach(renderer::add);
        return renderer.told();
    }

    /** Numbered lines, from 1 on. */
    static String numbered(List<String> labels) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            lines.append('\n').append(i + 1).append(". ").append(safe(labels.get(i)));
        }
        return lines.toString();
    }

    /** A text as WeChat shows it. */
    static String text(RichText text) {
        StringBuilder shown = new StringBuilder();
        for (RichText.Span span : text.spans()) {
            shown.append(span instanceof RichText.Linked link ? link(link) : safe(span.text()));
        }
        return shown.toString();
    }

    private void add(Outgoing outgoing) {
        switch (outgoing) {
            case Outgoing.Send send -> message(text(send.text()), send.buttons());
            case Outgoing.Again again -> append(text(again.text()));
            case Outgoing.Edit edit -> message(text(edit.text()), edit.buttons());
            case Outgoing.EditButtons edit -> buttons("", edit.buttons());
            case Outgoing.Toast toast -> append(safe(toast.text()));
            case Outgoing.Photo photo -> message(text(photo.instead()), List.of());
            case Outgoing.File file -> append(text(file.instead()));
            case Outgoing.Document document -> append(text(document.instead()));
            case Outgoing.Job job -> append("这个命令在微信里用不了。");
            case Outgoing.PinInChat pin -> {
            }
            case Outgoing.UnpinInChat unpin -> {
            }
            case Outgoing.Results results -> {
            }
        }
    }

    private void message(String words, List<List<Outgoing.Button>> rows) {
        aside = false;
        buttons(words, rows);
    }

    private void buttons(String words, List<List<Outgoing.Button>> rows) {
        append(words);
        List<Outgoing.Button> buttons = rows.stream().flatMap(List::stream).toList();
        List<Outgoing.Button> numbers = buttons.stream().filter(button -> !isWord(button)).toList();
        if (!numbers.isEmpty()) {
            boolean asks = numbers.getFirst().data().startsWith("next:");
            choices.clear();
            numbers.forEach(button -> choices.add(new Reading.Choice(label(button), button.data())));
            append((asks ? say("回复数字继续问：", "回覆數字繼續問：") : say("回复数字选择：", "回覆數字選擇："))
                    + numbered(numbers.stream().map(TextRenderer::label).toList()));
        }
        if (!words.isEmpty()) {
            hint(buttons);
        }
    }

    /** Whether a word, not a number, presses a button; it is kept which one. */
    private boolean isWord(Outgoing.Button button) {
        String data = button.data();
        if (data.startsWith("useful:") || data.startsWith("why:")) {
            answer = data.split(":", 3)[1];
        } else if (data.startsWith("useless:")) {
            // its label is in the script of the answer
            traditional = button.label().contains("沒");
        } else if (data.startsWith("full:") || isNextPage(button)) {
            more = data;
        }
        return data.startsWith("useful:") || data.startsWith("useless:") || data.equals(more);
    }

    private void hint(List<Outgoing.Button> buttons) {
        List<String> words = new ArrayList<>();
        if (more != null) {
            words.add(buttons.stream().anyMatch(TextRenderer::isNextPage)
                    ? "回复“继续”看下一页"
                    : say("回复“继续”看全文", "回覆「繼續」看全文"));
        }
        if (answer != null) {
            words.add(say("回复“有用”或“没用”说说这个回答", "回覆「有用」或「沒用」說說這個回答"));
        }
        if (!words.isEmpty()) {
            append("（" + String.join("；", words) + "）");
        }
    }

    private void append(String words) {
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words.strip());
        }
    }

    private String say(String simplified, String inTraditional) {
        return traditional ? inTraditional : simplified;
    }

    private Told told() {
        Reading reading = new Reading(List.of(), choices, more, answer, 0);
        return new Told(text.toString(), reading.equals(Reading.NONE) ? null : reading, aside, traditional);
    }

    private static boolean isNextPage(Outgoing.Button button) {
        return button.label().startsWith("下一页");
    }

    private static String label(Outgoing.Button button) {
        return button.label().replace("‹", "").strip();
    }

    /** A link; the title alone where the address is none that WeChat opens. */
    private static String link(RichText.Linked link) {
        String title = safe(link.text()).replace('\n', ' ');
        String url = link.url().strip().replace("\"", "%22").replace("<", "%3C").replace(">", "%3E")
                .replaceAll("\\s", "%20");
        boolean opens = url.matches("https?://[^\\p{Cntrl}]+") && ByteCutter.bytes(url) <= LONGEST_ADDRESS
                && ByteCutter.bytes(title) <= LONGEST_TITLE && !title.isBlank();
        return opens ? "<a href=\"" + url + "\">" + title + "</a>" : title;
    }

    /** Text that WeChat takes for no link, and that XML can hold. */
    private static String safe(String text) {
        return text.replace('<', '＜').replace('>', '＞').replace("\r", "")
                .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F\\uFFFE\\uFFFF]|\\p{Cs}", "");
    }
}
