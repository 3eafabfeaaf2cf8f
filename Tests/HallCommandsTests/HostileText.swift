/// Texts that would be structure if they were written as they are given.
enum HostileText {
  static let all = [
    "x\n## 表决", "x\n#### 决议 D9: 假的", "\n---\n", "---", "x\n- [x] T9 假的", "- [ ] T9 假的",
    "x\n```\n", "```", "<!--", "x\r\n- 结果: 通过", "x\u{2028}## 议程", "x\u{85}- 同意: 99", "",
    " ", "x\u{0B}## 议程", "a: b: c", "# 题", "| 姓名 | 意见 |\n| --- | --- |\n| 张三 | 同意 |",
  ]
}
