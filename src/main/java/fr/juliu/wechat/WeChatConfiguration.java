package fr.juliu.wechat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.chat.Objections;
import fr.juliu.chat.Reception;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Ids;
import fr.juliu.store.Readings;
import fr.juliu.store.Replays;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The parts of this room; none without a token. */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenIsSet.class)
@EnableConfigurationProperties(WeChatSettings.class)
class WeChatConfiguration {

    @Bean
    MessageCodec codec(WeChatSettings settings, Replays replays, Clock clock) {
        return new MessageCodec(settings, new Signatures(settings.token(), clock),
                new Nonces(replays, new Pseudonyms(settings.token()), clock), clock);
    }

    @Bean
    InboundMessageReader messageReader(WeChatSettings settings, Clock clock) {
        return new InboundMessageReader(new Pseudonyms(settings.token()), clock);
    }

    @Bean
    PassiveReplies passiveReplies(Replays replays) {
        return new PassiveReplies(replays, Ticker.systemTicker());
    }

    @Bean
    CustomerMessages customerMessages(WeChatSettings settings, Clock clock) {
        return new CustomerMessages(settings, clock);
    }

    @Bean
    WeChatMeters weChatMeters(PassiveReplies replies, CustomerMessages customers) {
        return new WeChatMeters(replies, customers);
    }

    @Bean
    Conversation conversation(Reception reception, Objections objections, Readings readings, Ids ids,
            CustomerMessages customers, Clock clock) {
        return new Conversation(reception, objections, readings, ids, customers, clock);
    }

    @Bean
    NoticePushes noticePushes(Watching watching, CustomerMessages customers) {
        return new NoticePushes(watching, customers, Ticker.systemTicker());
    }

    @Bean
    Rehearsal rehearsal(MessageCodec codec, InboundMessageReader messages, PassiveReplies replies,
            Conversation conversation,
            Clock clock) {
        return new Rehearsal(codec, messages, replies, conversation, clock);
    }
}
