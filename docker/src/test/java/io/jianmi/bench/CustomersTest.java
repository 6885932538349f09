package io.jianmi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CustomersTest {

    @Test
    void everyRecordIsOfTheAgreedSize() {
        assertThat(LongStream.of(0, 1, 7, 99, 1000, 54_321, 99_999, 999_999, 1_234_567))
                .allSatisfy(i -> assertThat(Customers.json(i).getBytes(StandardCharsets.UTF_8).length)
                        .isBetween(864, 880));
    }

    @Test
    void aRecordFollowsFromItsNumberAlone() {
        assertThat(Customers.fields(54_321))
                .containsEntry("name", "李建敏")
                .containsEntry("mobile", "13930167999")
                .containsEntry("nationalId", "11010119870116321X")
                .containsEntry("address", "上海市海淀区中山路376号")
                .containsEntry("company", "上海天成科技有限公司")
                .containsEntry("level", "银牌")
                .containsEntry("source", "电话")
                .containsEntry("amount", "89840.09")
                .containsEntry("birthday", "1987-01-16")
                .containsEntry("owner", "u60");
        assertThat(Customers.numberIn(String.valueOf(Customers.fields(54_321).get("notes"))))
                .isEqualTo(54_321);
    }

    @Test
    void halfOfTheRowsAreInTheSellersScope() {
        assertThat(LongStream.range(0, 600).filter(Customers::inScope).count()).isEqualTo(300);
    }
}
