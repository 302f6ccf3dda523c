package dev.whistle.engine;

/** A form uses a component whose values the form contract cannot check. */
class FormNotAllowedException extends RuntimeException {

    FormNotAllowedException(String type, String id) {
        super("表单组件“" + id + "”的类型“" + type + "”不能使用，请改用文本、多行文本、数字、勾选、单选、下拉或日期时间组件");
    }
}
