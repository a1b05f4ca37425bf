package fr.juliu.wechat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What the operator's Prometheus reads of WeChat. */
record WeChatMeters(PassiveReplies replies, CustomerMessages customers) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("juliu.wechat.repeats", replies, PassiveReplies::repeats)
                .description("Messages that WeChat sent again and that got the same reply").register(registry);
        FunctionCounter.builder("juliu.wechat.refused", customers, CustomerMessages::failed)
                .description("Customer messages that WeChat did not take").register(registry);
    }
}
