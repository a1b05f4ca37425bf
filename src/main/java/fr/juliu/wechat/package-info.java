/**
 * The edge to a WeChat Official Account: messages come in at {@link WeChatController}, and {@link PassiveReplies}
 * answers each once, however often WeChat asks.
 *
 * {@snippet :
 * PassiveReplies replies = new PassiveReplies(replays, Ticker.systemTicker());
 * String first = replies.reply("wechat:24", replies.deadline(), () -> "可以。");
 * String again = replies.reply("wechat:24", replies.deadline(), () -> "never made"); // 可以。
 * }
 *
 * <p>WeChat waits for five seconds and asks three times. Whoever claims a message's key computes, everyone else, in
 * this process or another, waits for the bytes stored; a claim whose owner died is taken over. What is late is
 * promised, and read with 继续 ({@link Deadline}) or, where the account may, sent ({@link CustomerMessages}). A signature is good for one message ({@link Nonces}).
 */
@NullMarked
package fr.juliu.wechat;

import org.jspecify.annotations.NullMarked;
