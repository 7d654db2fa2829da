package cn.yiqilai.access.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Describes the two kinds of tokens, see {@link cn.yiqilai.access.Token}. Which roles an operation wants stands at the
 * operation: Quarkus writes it there from {@code @RolesAllowed}, under the one name it is configured with.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class TokenSchemes implements OASFilter {
    /** The scheme of who works here; {@code quarkus.smallrye-openapi.security-scheme-name}. */
    public static final String STAFF = "staff";
    /** The scheme of who holds a conversation. */
    public static final String CONVERSATION = "conversation";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(STAFF, bearer("POST /api/v1/login 返回的令牌（浏览器页面用同时写入的 Cookie）。操作列出的角色有其一即可。"))
                .addSecurityScheme(CONVERSATION, bearer("开始会话时返回的令牌，只对该会话有效。"));
    }

    private static SecurityScheme bearer(String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }
}
