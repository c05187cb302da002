package dev.tributary.upstream.auth;

import java.net.URI;

/**
 * Who logs in at IAM, and for which project.
 *
 * @param iam base URL of IAM; tokens of a regional one are good in that region only
 * @param user an IAM user without multi-factor login; a HUAWEI ID gets no token
 * @param domain name of the account that the user belongs to
 * @param projectId the four APIs accept tokens of a project only
 */
public record PasswordLogin(URI iam, String user, String password, String domain, String projectId) {

    /** Without the password. */
    @Override
    public String toString() {
        return "PasswordLogin[" + user + " of " + domain + " at " + iam + "]";
    }
}
