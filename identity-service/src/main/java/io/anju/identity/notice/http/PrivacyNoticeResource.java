package io.anju.identity.notice.http;

import io.anju.identity.notice.PrivacyNotices;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The notice to be shown before anybody registers (PIPL art. 17). */
@Path("/api/v1/privacy-notices")
@PermitAll
public class PrivacyNoticeResource {

    /**
     * The notice.
     *
     * @param sha256 base64url of the SHA-256 over the UTF-8 of {@code text}; to be sent back with the acceptance
     * @param text the binding Chinese text
     * @param translation for information
     */
    @RegisterForReflection
    public record NoticeBody(String version, String sha256, String text, String translation) {}

    private final PrivacyNotices notices;

    PrivacyNoticeResource(PrivacyNotices notices) {
        this.notices = notices;
    }

    @GET
    @Path("current")
    public NoticeBody current() {
        var notice = notices.current();
        return new NoticeBody(
                notice.reference().version(),
                notice.reference().sha256(),
                notice.text().zh(),
                notice.text().en());
    }
}
