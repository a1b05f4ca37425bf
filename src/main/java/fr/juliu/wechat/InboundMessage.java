package fr.juliu.wechat;

import java.time.Instant;

/**
 * What somebody sent to the account.
 *
 * @param key     the same however often WeChat sends it, and tells neither whose nor which it is
 * @param person  who, in a name that does not tell
 * @param openId  who, as WeChat knows him; to reply to, and never kept
 * @param account whom it was sent to, as WeChat knows it
 */
record InboundMessage(String key, String person, String openId, String account, Instant sent, Wish wish) {

    /** What he wants. */
    sealed interface Wish {

        /** An answer to what he wrote or said, or what a menu sends in his name. */
        record Words(String text) implements Wish {
        }

        /** To be greeted, as he has just begun to follow the account. */
        record Greeting() implements Wish {
        }

        /** To be told that something else than text is not understood. */
        record Wordless(String line) implements Wish {
        }

        /** To leave: he no longer follows the account. */
        record Leaving() implements Wish {
        }

        /** Nothing that calls for a reply. */
        record Nothing() implements Wish {
        }
    }
}
