import HallModel
import HallSyntax
import HallWords
import Testing

@Suite("A reminder of what is owed")
struct UrgeLetterTests {
  private static let charter = """
    ---
    议事厅: 兴连心议事厅
    社区: 兴安南路社区
    ---

    ## 名册

    | 姓名 | 方 |
    | --- | --- |
    | 赵六 | 物业 |
    | 王五 | 社区 |

    """

  private static let minutes = """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30
    ---

    # 下水**改造**协商会

    ## 议程

    ### 1. 更换主管

    #### 决议 D1: 更换主管

    - [ ] T1 取得三家报价
      - 负责: 物业/赵六
      - 配合: 职能部门/市政排水
      - 期限: 2025-10-15
      - 延期: 2025-10-30 材料未到
      - 标准: 三家书面报价
      - 催办: 2025-11-10
      - 催办: 2025-11-20 电话

    ### 2. 车棚

    - [ ] T2 量地\u{1B}[31m
      - 负责: 物业
      - 期限: 2025-12-01

    """

  private func letter(
    _ language: Language, _ tasks: Range<Int>? = nil, today: String = "2025-12-01"
  ) throws -> UrgeLetter {
    func document(_ path: String, _ kind: Document.Kind, _ text: String) -> Document {
      Document(path: path, kind: kind, bytes: Array(text.utf8))
    }
    let hall = Hall(
      charter: Charter(document: document("hall.md", .hall, Self.charter)),
      documents: [document("agendas/M-2025-008.md", .meeting, Self.minutes)])
    let owed = hall.owed(dueBy: Day.last)
    let day = try Day(reading: Slice(today))
    let debtor = Debtor(hall.charter.person(Slice("物业")), tasks.map { Array(owed[$0]) } ?? owed)
    return UrgeLetter(debtor, of: hall.charter, today: day, language)
  }

  @Test("as a letter: to whom, what and on what it rests, how late, reply by when and to whom")
  func letter() throws {
    var letter = try letter(.zh)
    letter.replyBy = try Day(reading: Slice("2025-12-05"))
    letter.replyTo = Person(party: "社区", name: "王五", hasWrittenParty: true)
    #expect(
      letter.text(.letter) == """
        催办函

        物业：

        下列 2 项由物业负责，其中 1 项期限已过，还没有办完。请抓紧办理，最迟于2025年12月5日（周五）把办理情况回复社区 王五。

        1. 取得三家报价（M-2025-008-T1）
           依据：2025年9月25日 下水改造协商会，决议 D1「更换主管」
           期限：2025年10月30日（原定 2025年10月15日，延期 1 次），逾期 32 天
           完成标准：三家书面报价
           负责：物业 赵六
           配合：市政排水
           已催办 2 次，上次是 2025年11月20日

        2. 量地␛[31m（M-2025-008-T2）
           依据：2025年9月25日 下水改造协商会，议题 2「车棚」
           期限：2025年12月1日，今天到期

        兴连心议事厅
        兴安南路社区
        2025年12月1日

        """)
  }

  @Test("where one person leads everything, the letter is to that person, and says so once")
  func person() throws {
    let text = try letter(.zh, 0..<1).text(.letter)
    #expect(text.contains("\n物业 赵六：\n") && !text.contains("负责：物业"))
    #expect(text.contains("下列 1 项由物业 赵六负责，期限已过，还没有办完。请抓紧办理，尽快把办理情况回复兴连心议事厅。"))
  }

  @Test("for a chat, each task is a line")
  func chat() throws {
    #expect(
      try letter(.zh).text(.chat) == """
        【催办】物业：还有 2 项没办完，1 项逾期
        1. 取得三家报价（M-2025-008-T1，10月30日到期，逾期 32 天）
        2. 量地␛[31m（M-2025-008-T2，今天到期）
        请抓紧办理，尽快把办理情况回复兴连心议事厅。
        —— 兴连心议事厅

        """)
  }

  @Test("a matter's log may say that it was urged as well")
  func log() throws {
    let text = """
      ---
      问题: Q-2025-012
      ---

      # 供暖

      ## 进展

      - 2025-11-10 催办: 电话两次
      - 2025-11-12 催办: 又打一次
      - [ ] T1 到场
        - 负责: 职能部门/供热公司
        - 期限: 2025-11-07
        - 催办: 2025-11-12
        - 催办: 2025-11-20
      """
    let matter = Document(path: "matters/Q-2025-012.md", kind: .matter, bytes: Array(text.utf8))
    let charter = Charter(document: Document(path: "hall.md", kind: .hall, bytes: []))
    let owed = Hall(charter: charter, documents: [matter]).owed(dueBy: Day.last)
    let letter = UrgeLetter(
      Debtor(charter.person(Slice("供热公司")), owed), of: charter,
      today: try Day(reading: Slice("2025-12-01")), .zh)
    #expect(letter.text(.letter).contains("\n供热公司：\n"))
    #expect(letter.text(.letter).contains("   依据：问题 Q-2025-012「供暖」\n"))
    #expect(letter.text(.letter).contains("   已催办 3 次，上次是 2025年11月20日\n"))
  }

  @Test("in English")
  func english() throws {
    let text = try letter(.en).text(.letter)
    #expect(
      text.hasPrefix("Reminder\n\nTo 物业:\n\n2 tasks led by 物业 are not done; 1 of them past due. "))
    #expect(text.contains("due: 2025-10-30 (first 2025-10-15, extended 1×), 32 days late\n"))
    #expect(text.contains("urged 2 times, last on 2025-11-20\n"))
    #expect(
      try letter(.en, 0..<1, today: "2025-10-31").text(.chat).hasPrefix(
        "Reminder for 赵六 (物业): 1 not done, 1 past due\n1. 取得三家报价 (M-2025-008-T1, due 2025-10-30, 1 day late)\n"
      ))
  }
}
