package fr.juliu.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of customer service (客服消息), which the account sends of itself to whoever wrote to it, where it has the right
 * to: a verified account, with its secret set. Without that right, nothing is sent, and for an hour nothing is tried.
 */
final class CustomerMessages {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerMessages.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    /** What WeChat answers to an account that may not, with a wrong secret, or from an address that it does not know. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(40001, 40013, 40125, 40164, 48001, 48004, 50002, 61004);

    private final @Nullable WxMpService service;
    private final Clock clock;
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);
    private final LongAdder failed = new LongAdder();

    CustomerMessages(WeChatSettings settings, Clock clock) {
        service = settings.secret().isEmpty() ? null : service(settings);
        this.clock = clock;
    }

    /** How many messages did not get there since the start. */
    long failed() {
        return failed.sum();
    }

    /** Whether a message may be promised. */
    boolean maySend() {
        return service != null && !clock.instant().isBefore(pausedUntil.get());
    }

    /** Sends a text; false when it did not get there, as far as that is known. */
    boolean send(String openId, String text) {
        WxMpService open = service;
        if (open == null || !maySend()) {
            return false;
        }
        try {
            return open.getKefuService().sendKefuMessage(WxMpKefuMessage.TEXT().toUser(openId).content(text).build());
        } catch (WxErrorException e) {
            failed.increment();
            refused(e);
            return false;
        } catch (RuntimeException e) {
            failed.increment();
            LOG.warn("A customer message of WeChat's was not sent: {}", e.getClass().getName());
            return false;
        }
    }

    /** Tells what is refused by its number alone: the words of an error may name whom it was for. */
    private void refused(WxErrorException refusal) {
        int code = refusal.getError().getErrorCode();
        if (NOT_ALLOWED.contains(code)) {
            pausedUntil.set(clock.instant().plus(PAUSE));
            LOG.warn(
                    "WeChat refuses customer messages (error {}): the account needs the right to send 客服消息, the secret of"
                            + " juliu.wechat.secret, and this server's address in its IP 白名单. Until then late answers wait for 继续",
                    code);
        } else {
            LOG.info("A customer message of WeChat's was not sent (error {})", code);
        }
    }

    private static WxMpService service(WeChatSettings settings) {
        WxMpDefaultConfigImpl account = new WxMpDefaultConfigImpl();
        account.setAppId(settings.appId());
        account.setSecret(settings.secret());
        // a token that several replicas share, where the plain one of the last to ask ends all others
        account.setUseStableAccessToken(true);
        if (!settings.apiUrl().isEmpty()) {
            account.setHostConfig(new WxMpHostConfig(settings.apiUrl(), settings.apiUrl(), settings.apiUrl()));
        }
        WxMpService service = new WxMpServiceImpl();
        service.setMaxRetryTimes(1);
        service.setWxMpConfigStorage(account);
        return service;
    }
}
