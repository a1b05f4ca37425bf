package fr.juliu.chat;

import java.util.Optional;

/** Reads files of messages, as their messenger has them. */
public interface FileReader {

    /** A file as text; empty when it cannot be had, is longer than that, or is no UTF-8. */
    Optional<String> text(Attachment file, int mostBytes);
}
