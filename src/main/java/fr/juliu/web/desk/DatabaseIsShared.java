package fr.juliu.web.desk;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether other processes may be on the database, as it is a server's. */
final class DatabaseIsShared implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("juliu.database-url", "").isBlank();
    }
}
