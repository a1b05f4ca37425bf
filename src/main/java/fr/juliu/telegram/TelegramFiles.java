package fr.juliu.telegram;

import fr.juliu.chat.Attachment;
import fr.juliu.chat.FileReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;

/** Files as Telegram keeps them. */
final class TelegramFiles implements FileReader {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramFiles.class);

    private final BotQueries api;

    TelegramFiles(BotQueries api) {
        this.api = api;
    }

    @Override
    public Optional<String> text(Attachment file, int mostBytes) {
        try {
            String path = api.call(new GetFile(file.id()), File.class).getFilePath();
            if (path == null || path.isEmpty() || path.contains("..")) {
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(api.download(path, mostBytes))).toString());
        } catch (BotApiException | CharacterCodingException e) {
            LOG.warn("A file of a moderator cannot be read ({})", e.getMessage());
            return Optional.empty();
        }
    }
}
