package fr.juliu.wechat;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import fr.juliu.chat.Reception;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole app as its users run it, in this JVM, with an account of the tests. */
final class WeChatApp implements AutoCloseable {

    static final String TOKEN = "juliuToken2026";
    static final String APP_ID = "wx0123456789abcdef";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    /** Settings that make it take encrypted messages alone. */
    static final String[] SECURE = {"--juliu.wechat.app-id=" + APP_ID, "--juliu.wechat.aes-key=" + AES_KEY};

    private final ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param data   its data folder
     * @param around what stands between WeChat and the chat room
     */
    WeChatApp(Path data, UnaryOperator<Reception> around, String... settings) {
        SpringApplication app = new SpringApplication(JuliuApplication.class);
        app.setRegisterShutdownHook(false);
        app.addInitializers(made -> made.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Reception reception ? around.apply(reception) : bean;
            }
        }));
        context = app.run(arguments(data, settings).toArray(String[]::new));
    }

    /** What the app is started with, here or as a process of its own. */
    static List<String> arguments(Path data, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--juliu.wechat.token=" + TOKEN, "--juliu.data=" + data,
                "--juliu.config=config", "--juliu.knowledge=" + FirstArticle.folder(), "--server.port=0",
                "--juliu.limit.person=0"));
        arguments.addAll(List.of(settings));
        return arguments;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/wechat");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
