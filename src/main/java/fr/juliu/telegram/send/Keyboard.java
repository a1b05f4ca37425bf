package fr.juliu.telegram.send;

import fr.juliu.chat.Outgoing.Button;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** The buttons under a message, as the Bot API has them. */
final class Keyboard {

    private Keyboard() {
    }

    static InlineKeyboardMarkup of(List<List<Button>> buttons) {
        List<InlineKeyboardRow> rows = buttons.stream().filter(row -> !row.isEmpty())
                .map(row -> new InlineKeyboardRow(row.stream().map(Keyboard::button).toList())).toList();
        return InlineKeyboardMarkup.builder().keyboard(rows).build();
    }

    private static InlineKeyboardButton button(Button button) {
        return InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build();
    }
}
