package dev.tributary.upstream.auth;

import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Keys of the machine's agency, or of the pod's own if the machine has none to give: the order of the vendor's SDK. */
record AgencyIssuer(Issuer machine, Issuer pod) implements Issuer {

    static Issuer of(AgencyLogin login, Clock clock, Vertx vertx) {
        AgencyKeys keys = new AgencyKeys(login.projectId(), clock);
        Issuer machine = new MetadataService(login.metadata(), keys, clock);
        PodIdentity identity = login.podIdentity();
        return identity == null ? machine : new AgencyIssuer(machine, new PodIdentityService(identity, keys, vertx));
    }

    @Override
    public Uni<Issued> issue() {
        return machine.issue().onFailure(UpstreamException.class).recoverWithUni(pod::issue);
    }
}
