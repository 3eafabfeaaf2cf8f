import HallSyntax
import Testing

@Suite("Headings")
struct HeadingParsingTests {
  @Test("the first # is the title, ## a section, ### an item, #### a vote or a decision")
  func levels() {
    expectDocument(
      """
      # 协商会
      ## 参会人员
      ## 议程
      ### 1. 甲
      #### 表决: 乙
      #### 决议 D1: 丙
      ##### 表决: 丁
      ### 2、戊
      # 又一个
      ## 各方签字
      """, .meeting,
      """
      title = 协商会
      section[attendance] = 参会人员
      section[agenda] = 议程
        item 1 = 甲
          vote[vote] = 乙
          decision[decision] D1 = 丙
            heading = 表决: 丁
        item 2 = 戊
      heading = 又一个
      section[signatures] = 各方签字
      """)
  }

  @Test("a keyword at another level is prose")
  func wrongLevels() {
    expectDocument(
      """
      ### 议程
      #### 表决: 乙
      ## 议程
      #### 表决: 太早
      ### 1. 甲
      ### 表决: 是议题
      ##### 决议 D1: 太深
      ## 表决: 太浅
      ### 2. 不在议程里
      #### 决议: 也不在
      """, .meeting,
      """
      heading = 议程
        heading = 表决: 乙
      section[agenda] = 议程
        heading = 表决: 太早
        item 1 = 甲
        item = 表决: 是议题
          heading = 决议 D1: 太深
      heading = 表决: 太浅
        heading = 2. 不在议程里
          heading = 决议: 也不在
      """)
  }

  @Test("each kind of file has its own sections")
  func sectionsByKind() {
    let text = "## 议程\n## 进展\n## 名册\n## 日历\n## 各方\n"
    func sections(_ kind: Document.Kind) -> [Keyword] {
      parse(text, kind).nodes.compactMap { $0.kind == .section ? $0.keyword : nil }
    }
    #expect(sections(.meeting) == [.agenda, .parties])
    #expect(sections(.matter) == [.log])
    #expect(sections(.hall) == [.roster, .calendar, .parties])
    #expect(sections(.ballots) == [])
  }

  @Test(
    "a section's word may have a colon, closing signs or other blanks around it",
    arguments: [
      "## 议程", "##   议程  ", "## 议程 ##", "## 议程：", "## 议程:", "##\t议程", "## AGENDA", "## Ａｇｅｎｄａ",
      "   ## 议题", "## 议程\r", "##　议程",
    ])
  func sectionSpellings(_ line: String) {
    #expect(parse(line + "\n").nodes.first?.keyword == .agenda)
  }

  @Test(
    "a longer heading that begins with a section's word has no meaning",
    arguments: [
      "## 议程安排", "## Agenda items", "##议程", "## 议程 一", "####### 议程", "    ## 议程", "\\## 议程", "#议程",
    ])
  func noSection(_ line: String) {
    let document = parse(line + "\n")
    #expect(document.nodes.map(\.range) == [0..<document.bytes.count])
    #expect(document.nodes.allSatisfy { [.heading, .prose, .title].contains($0.kind) })
  }

  @Test(
    "a vote or a decision: the word, an optional number, and the title",
    arguments: [
      ("#### 表决: 换管", Node.Kind.vote, "", "换管"), ("#### 表决 换管", .vote, "", "换管"),
      ("#### 表决", .vote, "", "表决"), ("#### 表决：换管", .vote, "", "换管"),
      ("#### 表决 2号楼换管", .vote, "", "2号楼换管"), ("#### 表决 2: 换管", .vote, "2", "换管"),
      ("#### Vote: x", .vote, "", "x"), ("#### Vote 2", .vote, "2", ""),
      ("#### VOTE:x", .vote, "", "x"), ("#### Motion 3: x", .vote, "3", "x"),
      ("#### Vote", .vote, "", "Vote"), ("#### Vote 2 of the day", .vote, "", "2 of the day"),
      ("#### 决议 D1: t", .decision, "D1", "t"), ("#### 决议D1：t", .decision, "D1", "t"),
      ("#### 决议 D1 标题", .decision, "D1", "标题"), ("#### 决议: t", .decision, "", "t"),
      ("#### 决议 d12", .decision, "d12", ""), ("#### 议定事项 Ｄ３：t", .decision, "Ｄ３", "t"),
      ("#### Decision D1: x", .decision, "D1", "x"), ("#### Decision D1 x", .decision, "D1", "x"),
      ("#### Resolution 4: x", .decision, "4", "x"), ("#### 协商意见 D2: x", .decision, "D2", "x"),
      ("#### 决议 D1: t ####", .decision, "D1", "t"),
    ])
  func blocks(_ line: String, kind: Node.Kind, number: String, title: String) throws {
    let document = parse("## 议程\n### 1. 甲\n\(line)\n")
    let node = try #require(document.nodes.last)
    #expect(node.kind == kind)
    #expect(document.slice(node.key).string == number)
    #expect(document.slice(node.value).string == title)
  }

  @Test(
    "a keyword that begins a phrase is prose",
    arguments: [
      "#### Vote of thanks", "#### Votes: x", "#### Voting", "#### Motionless", "#### 表决结果如下",
      "#### 决定如下：", "#### 决议草案", "#### 协商意见汇总", "#### Decision making: x", "#### Decision Delay",
      "#### Decision date: x", "#### Decision D: x", "#### Decisions D1: x",
      "#### Resolution deferred",
      "#### 关于表决: x", "#### Vote2of: x",
    ])
  func blocksThatRunOn(_ line: String) throws {
    let document = parse("## 议程\n### 1. 甲\n\(line)\n")
    let node = try #require(document.nodes.last)
    #expect(node.kind == .heading)
    #expect("#### " + document.slice(node.value).string == line)
  }

  @Test(
    "an item's number can be written in several ways",
    arguments: [
      ("### 1. 换管", "1", "换管"), ("### 1.换管", "1", "换管"), ("### 1、换管", "1", "换管"),
      ("### 一、换管", "一", "换管"),
      ("### 十二、换管", "十二", "换管"), ("### 议题一：换管", "一", "换管"), ("### 议题2: 换管", "2", "换管"),
      ("### １．换管", "１", "换管"), ("### （三）换管", "三", "换管"), ("### 议题一", "一", ""),
      ("### Item 2: x", "2", "x"),
      ("### 换管", "", "换管"), ("### 3D打印", "", "3D打印"), ("### 二〇二五年预算", "", "二〇二五年预算"),
      ("### 议题讨论", "", "议题讨论"), ("### 14:30 开场", "", "14:30 开场"), ("### 一楼反水", "", "一楼反水"),
      ("### 10. 换管", "10", "换管"), ("### 1: 换管", "1", "换管"), ("### 2025年预算", "", "2025年预算"),
    ])
  func itemNumbers(_ line: String, number: String, title: String) throws {
    let document = parse("## 议程\n\(line)\n")
    let node = try #require(document.nodes.last)
    #expect(node.kind == .item)
    #expect(document.slice(node.key).string == number)
    #expect(document.slice(node.value).string == title)
  }

  @Test("a rule is a ### among the voting rules")
  func rules() {
    expectDocument(
      """
      ## 表决规则
      ### 物管会换届
      - 最低参与: 人数 ≥ 2/3
      - 颜色: 蓝
      #### 说明
      - 通过: 人数 > 1/2
      ## 名册
      ### 一号楼
      """, .hall,
      """
      section[rules] = 表决规则
        rule = 物管会换届
          field[participation] 最低参与 = 人数 ≥ 2/3
          field 颜色 = 蓝
          heading = 说明
            stray[pass] 通过 = 人数 > 1/2
      section[roster] = 名册
        heading = 一号楼
      """)
  }
}
