package io.jianmi.form.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.identity.Department;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.tenant.TenantKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalledSoTest {

    private static final Org ORG = new Org(
            new TenantKey("demo"),
            List.of(
                    member("1", "wangfang", "王芳", true),
                    member("2", "wangfang2", "王芳", true),
                    member("3", "liwei", "李伟", true),
                    member("4", "liwei2", "李伟", false),
                    member("5", "gone", "走了", false)),
            List.of(
                    new Department("s", "销售", "销售", null, List.of()),
                    new Department("sn", "北区", "销售/北区", "s", List.of()),
                    new Department("fn", "北区", "财务/北区", null, List.of())),
            Set.of());

    private static Member member(String id, String username, String name, boolean enabled) {
        return new Member(new MemberId(id), username, name, List.of(), Set.of(), enabled);
    }

    @Test
    void aSignInNameIsOnePersonsAndANameSeveralPeoples() {
        assertThat(CalledSo.members(ORG, Set.of("wangfang", "王芳", "李伟")))
                .isEqualTo(Map.of("wangfang", List.of("1"), "王芳", List.of("1", "2"), "李伟", List.of("3")));
    }

    @Test
    void idsAndWhoIsNotThereAreLeftToTheField() {
        assertThat(CalledSo.members(ORG, Set.of("1", "5", "走了", "gone", "没有"))).isEmpty();
    }

    @Test
    void aDepartmentIsCalledByItsNameOrItsPath() {
        assertThat(CalledSo.departments(ORG, Set.of("sn", "销售", "北区", "财务/北区", "没有")))
                .isEqualTo(Map.of("销售", List.of("s"), "北区", List.of("fn", "sn"), "财务/北区", List.of("fn")));
    }
}
