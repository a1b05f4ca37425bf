/**
 * The edge to a WeChat Official Account: it takes each message once and replies within WeChat's five seconds.
 * {@link WeChatController} is where messages come in.
 */
@NullMarked
package fr.juliu.wechat;

import org.jspecify.annotations.NullMarked;
