package dev.selfsame.server.identification;

/**
 * What a search is to bring.
 *
 * @param targetFpir false positive identification rate (ISO/IEC 19795-1) that is accepted: how
 *     often a search for somebody who is not enrolled may bring anybody, 1e-9..1; at 1 the most
 *     similar people come whoever they are
 * @param limit candidates at most, 1..{@value #MAX_LIMIT}
 */
public record SearchRequest(double targetFpir, int limit) {

    /** Most candidates of one search. */
    public static final int MAX_LIMIT = 100;

    /** One search in a hundred, ten candidates. */
    public static final SearchRequest DEFAULT = new SearchRequest(0.01, 10);

    public SearchRequest {
        if (!(targetFpir >= 1e-9 && targetFpir <= 1)) {
            throw new IllegalArgumentException(
                    "targetFpir: " + targetFpir + " (expected: 1e-9..1)");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit: " + limit + " (expected: 1.." + MAX_LIMIT + ")");
        }
    }

    /**
     * The false match rate at which one comparison may bring a candidate. Of n independent
     * comparisons of strangers none is below t with the chance (1 - t)^n, so the target is met with
     * {@code t = 1 - (1 - targetFpir)^(1/n)} (ISO/IEC 19795-1:2021, on estimating FPIR from FMR).
     *
     * @param people that are searched
     */
    double fmr(int people) {
        return -Math.expm1(Math.log1p(-targetFpir) / Math.max(1, people));
    }
}
