package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "张小三, 张**",
        "欧阳娜, 欧阳*",
        "欧阳娜娜, 欧阳**",
        "欧阳, 欧*",
        "李, 李*",
        "阿卜杜拉·买买提, 阿***",
        "John Smith, J***",
        "𠮷田, 𠮷*"
    })
    void aNameKeepsItsSurname(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "芜湖市鸠江区湾里街道湾里花园3栋2单元501室, 芜湖市鸠江区湾里街道湾里花园***",
        "九华北路122号, 九华北路***",
        "湾里花园二期３栋, 湾里花园二期***",
        "湾里花园2期12栋, 湾里花园2期***",
        "阳光小区三栋五单元, 阳光小区***",
        "官陡街道万科海上传奇A座, 官陡街道万科海上传奇***",
        "二坝镇幸福村, 二坝镇幸福村",
        "二坝镇幸福村老王家隔壁, 二坝镇幸福村***",
        "四褐山碧桂城东门老王家, 四褐山碧桂城***",
        "3栋501, ***"
    })
    void anAddressEndsBeforeTheDoor(String address, String masked) {
        assertThat(Mask.address(address)).isEqualTo(masked);
    }
}
