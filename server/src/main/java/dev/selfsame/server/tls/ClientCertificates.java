package dev.selfsame.server.tls;

/** Whether clients have to show a certificate of their own. */
public enum ClientCertificates {
    /** They are not asked for one. */
    NONE("none"),
    /** They are asked for one; what they show must be valid. */
    WANT("optional"),
    /** Nobody gets in without a valid one. */
    NEED("required");

    private final String verification;

    ClientCertificates(String verification) {
        this.verification = verification;
    }

    /** What Tomcat calls it. */
    String verification() {
        return verification;
    }
}
