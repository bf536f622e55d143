package io.anju.kit.event;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** Who may tell which event. */
@ConfigMapping(prefix = "anju.inbox")
interface InboxConfig {

    /**
     * Services by a type or by the beginning that a family of types shares:
     * {@code anju.inbox.sources."anju.application"=loan-service}. See {@link Producers}.
     */
    Map<String, List<String>> sources();
}
