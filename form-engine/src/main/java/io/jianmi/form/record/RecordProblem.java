package io.jianmi.form.record;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Problems of records. */
public enum RecordProblem implements ProblemType {
    VALIDATION("record.validation", 422, "Some fields are not acceptable. Each finding says which and why."),
    QUERY_INVALID("record.query-invalid", 422, "The query asks for something this form does not offer you."),
    ACTION_REFUSED("record.action-refused", 403, "Your permission groups on this form do not include this action."),
    OUTSIDE_WRITE_SCOPE(
            "record.outside-write-scope",
            403,
            "Your permission groups do not let you store a record with these values."),
    STALE_VERSION("record.stale-version", 412, "Somebody changed the record since you read it. Load it again."),
    CHANGED_SINCE_SEEN("record.changed-since-seen", 409, "The record changed since you looked at it. Look again."),
    NOT_UNIQUE("record.not-unique", 409, "A record with these values exists already."),
    UNIQUE_LIMIT("record.unique-limit", 429, "Too many of the values you entered exist already. Try again later."),
    IN_WORKFLOW("record.in-workflow", 409, "A workflow runs on this record; it changes through its tasks only."),
    NOT_TRASHED("record.not-trashed", 409, "The record is not in the recycle bin."),
    OTHER_TYPE("record.other-type", 409, "A field has another type now, and its old value is none of that type."),
    UNDONE("record.already-undone", 409, "This change of many records was undone already."),
    INTEGRITY("record.integrity", 409, "The record's seal is broken: it was changed outside the product."),
    ERASED("record.erased", 410, "The person's data is erased."),
    SEARCH_LIMIT("record.search-limit", 429, "You searched for protected values too often. Try again in a minute."),
    REVEAL_PURPOSE("reveal.purpose-not-allowed", 422, "This purpose does not open these fields for you."),
    REVEAL_REASON("reveal.reason-required", 422, "Say why you need to see this."),
    REVEAL_REFUSED("reveal.not-allowed", 403, "You may not reveal these fields of this record."),
    REVEAL_STEP_UP("reveal.step-up-required", 401, "Prove again who you are, with a second factor."),
    REVEAL_LIMIT("reveal.limit-reached", 429, "Your budget of reveals is used up. Try again later.");

    private final Description description;

    RecordProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    /** @throws ProblemException {@link #VALIDATION} with all findings when one of them blocks */
    static void refuse(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(VALIDATION, findings);
        }
    }

    /** The refusal of somebody whose groups do not give him the action here. */
    public static ProblemException refused(RecordAction action) {
        return ProblemException.of(ACTION_REFUSED, Map.of("action", action.key()));
    }

    /** Somebody of no group does not know the form; somebody without the action does, and is told. */
    public static Optional<ProblemException> refusal(Grants grants, RecordAction action) {
        if (grants.groups().isEmpty()) {
            return Optional.of(ProblemException.of(CommonProblem.NOT_FOUND));
        }
        return grants.ever(action) ? Optional.empty() : Optional.of(refused(action));
    }

    @Override
    public Description description() {
        return description;
    }
}
