import HallSyntax
import Testing

@Suite("Lists of names and changes")
struct NameListTests {
  @Test(
    "names are split at 、 , and ;, and text in parentheses after one is a remark",
    arguments: [
      ("张三、钱七", ["张三", "钱七"], [nil, nil]), ("张三,钱七;李四", ["张三", "钱七", "李四"], [nil, nil, nil]),
      ("张三，钱七；李四", ["张三", "钱七", "李四"], [nil, nil, nil]),
      ("市政排水（孙八代表）", ["市政排水"], ["孙八代表"]), ("市政排水(孙八、周九)", ["市政排水"], ["孙八、周九"]),
      ("甲（乙（丙））、丁", ["甲", "丁"], ["乙（丙）", nil]), ("甲（乙)、丁", ["甲", "丁"], ["乙", nil]),
      (" 张三 、 、钱七、", ["张三", "钱七"], [nil, nil]), ("", [], []), ("、,;", [], []),
      ("甲（）", ["甲"], [""]), ("（暂无）", [], []), ("张三、（待定）", ["张三"], [nil]),
      ("Li Si; Wang Wu", ["Li Si", "Wang Wu"], [nil, nil]), ("（乙）甲", ["（乙）甲"], [nil]),
      ("甲（未闭合、乙", ["甲（未闭合", "乙"], [nil, nil]), ("“甲、乙”联合体、丙", ["“甲、乙”联合体", "丙"], [nil, nil]),
      ("甲）、乙", ["甲）", "乙"], [nil, nil]),
    ] as [(String, [String], [String?])])
  func lists(_ text: String, names: [String], remarks: [String?]) {
    let elements = NameList(Slice(text)).elements
    #expect(elements.map(\.name.string) == names)
    #expect(elements.map(\.remark?.string) == remarks)
  }

  @Test(
    "a change goes from one thing to another",
    arguments: [
      ("甲 → 乙", "甲", "乙", nil), ("甲->乙", "甲", "乙", nil), ("甲－＞乙", "甲", "乙", nil),
      ("周九 → 钱七（委托书 2025-09-20）", "周九", "钱七", "委托书 2025-09-20"), ("甲 → 乙 → 丙", "甲", "乙 → 丙", nil),
    ] as [(String, String, String, String?)])
  func delegations(_ text: String, from: String, to: String, remark: String?) throws {
    let delegation = try Delegation(reading: Slice(text))
    #expect(delegation.from.string == from)
    #expect(delegation.to.name.string == to)
    #expect(delegation.to.remark?.string == remark)
  }

  @Test(
    "a text that is not a delegation",
    arguments: [
      ("甲", ValueFault.malformed), ("→ 乙", .malformed), ("甲 →", .malformed),
      ("甲 → （委托书）", .malformed),
      ("", .emptyValue), ("甲 > 乙", .malformed),
    ])
  func badDelegations(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Delegation(reading: Slice(text)) }
  }

  @Test(
    "a person and an hour",
    arguments: [
      ("赵六 15:10", "赵六", "15:10"), ("赵六　１５：１０", "赵六", "15:10"), ("赵六 15：10", "赵六", "15:10"),
      ("Li Si 9:05", "Li Si", "09:05"), ("物业/赵六 15:10", "物业/赵六", "15:10"),
      ("赵六15:10", "赵六", "15:10"),
      ("赵六 15点10分", "赵六", "15:10"), ("赵六 15点", "赵六", "15:00"),
      ("2-1-301 15:10", "2-1-301", "15:10"),
    ])
  func personAndTime(_ text: String, person: String, time: String) throws {
    let read = try PersonAndTime(reading: Slice(text))
    #expect(read.person.string == person)
    #expect(read.time.text == time)
  }

  @Test(
    "a person without an hour, or an hour without a person",
    arguments: [
      "赵六", "15:10", "赵六 25:10", "赵六 15:10 走", "赵六 15", "",
    ])
  func badPersonAndTime(_ text: String) {
    #expect(throws: ValueFault.self) { try PersonAndTime(reading: Slice(text)) }
  }
}
