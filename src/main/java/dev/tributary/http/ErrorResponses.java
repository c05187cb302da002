package dev.tributary.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of every exception that reaches the framework. */
class ErrorResponses {

    private static final String READ_ONLY = "GET, HEAD, OPTIONS"; // whatever the resource: nothing is written here

    @ServerExceptionMapper
    Response refusedByServer(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        return ProblemType.ofServer(status).map(ErrorResponses::refused).orElseGet(() -> unexpected(exception));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        Defect defect = Defect.of(failure);
        defect.log();
        return new Problem(
                        ProblemType.INTERNAL_ERROR,
                        "The service's log tells more about this instance.",
                        json -> json.text("instance", defect.id()))
                .response()
                .build();
    }

    // RFC 9110, section 15.5.6: a 405 names the methods there are. The framework's own does not.
    private static Response refused(ProblemType type) {
        Response.ResponseBuilder problem = Problem.of(type).response();
        return type == ProblemType.METHOD_NOT_ALLOWED
                ? problem.header(HttpHeaders.ALLOW, READ_ONLY).build()
                : problem.build();
    }
}
