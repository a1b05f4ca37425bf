/** A Bot API server for tests, with people to talk to the bot through it: {@link FakeBotApi}. */
@NullMarked
package fr.juliu.telegram.fake;

import org.jspecify.annotations.NullMarked;
