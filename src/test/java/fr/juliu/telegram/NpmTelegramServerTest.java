package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import tools.jackson.databind.JsonNode;

/** The server of telegram-test-api and the client of telegrambots understand each other. */
@Tag("integration")
final class NpmTelegramServerTest {

    @Test
    void carriesQuestionsAndAnswers() throws TelegramApiException {
        try (NpmTelegramServer server = new NpmTelegramServer()) {
            TelegramUrl url = TelegramUrl.builder().schema("http").host("127.0.0.1").port(server.port()).build();
            OkHttpTelegramClient bot = new OkHttpTelegramClient(server.token(), url);
            assertThat(bot.execute(new GetMe()).getUserName()).isEqualTo("juliu_bot");

            server.send("学生居留能网上申请吗");
            Update question = updates(bot).getFirst();
            assertThat(question.getMessage().getText()).isEqualTo("学生居留能网上申请吗");

            int sent = bot.execute(SendMessage.builder().chatId(question.getMessage().getChatId()).text("可以。").build())
                    .getMessageId();
            JsonNode answers = server.answers();
            assertThat(answers).hasSize(1);
            assertThat(answers.path(0).path("message").path("text").asString("")).isEqualTo("可以。");

            server.command("/start");
            assertThat(updates(bot).getFirst().getMessage().getEntities())
                    .satisfiesExactly(entity -> assertThat(entity.getType()).isEqualTo("bot_command"));

            server.press(sent, "w");
            assertThat(updates(bot).getFirst().getCallbackQuery().getData()).isEqualTo("w");
            assertThat(server.history()).hasSize(4);
        }
    }

    private static List<Update> updates(OkHttpTelegramClient bot) throws TelegramApiException {
        return List.copyOf(bot.execute(GetUpdates.builder().timeout(1).build()));
    }
}
