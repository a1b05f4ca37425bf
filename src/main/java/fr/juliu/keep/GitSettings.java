package fr.juliu.keep;

import fr.juliu.keep.git.Pulling;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The git clone that the folder of articles may be.
 *
 * @param pull    when it is pulled
 * @param timeout how long its remote may be silent
 */
@ConfigurationProperties("juliu.git")
record GitSettings(@DefaultValue("auto") Pulling pull, @DefaultValue("30s") Duration timeout) {

    GitSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("juliu.git.timeout is " + timeout + "; set it to a time such as 30s");
        }
    }
}
