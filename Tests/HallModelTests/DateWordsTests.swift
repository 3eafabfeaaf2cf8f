import HallModel
import HallSyntax
import Testing

/// Days as people write them, on every weekday, across months, leap years, holidays and the working
/// days that make up for them. The expected values were computed with another calendar.
@Suite("Days in words")
struct DateWordsTests {
  static func charter(_ language: String = "zh") -> Charter {
    Charter(
      document: Document(
        path: "hall.md", kind: .hall,
        bytes: Array(
          """
          ---
          议事厅: 试厅
          语言: \(language)
          ---

          ## 日历

          - 休: 2025-01-01
          - 休: 2025-01-28 至 2025-02-04
          - 休: 2025-04-04 至 2025-04-06
          - 休: 2025-05-01 至 2025-05-05
          - 休: 2025-05-31 至 2025-06-02
          - 休: 2025-10-01 至 2025-10-08
          - 班: 2025-01-26
          - 班: 2025-02-08
          - 班: 2025-04-27
          - 班: 2025-09-28
          - 班: 2025-10-11

          """.utf8)))
  }

  private func read(
    _ text: String, _ today: String, _ sense: DateWords.Sense, _ language: String = "zh"
  ) throws -> String {
    let words = DateWords(
      today: try Day(reading: Slice(today)), sense: sense, charter: Self.charter(language))
    return try words.day(text).iso
  }

  typealias Row = (today: String, sense: DateWords.Sense, text: String, day: String)

  static let weeks: [Row] = [
    ("2025-09-22", .due, "下周三", "2025-10-01"),
    ("2025-09-22", .due, "本周三", "2025-09-24"),
    ("2025-09-22", .due, "周三", "2025-09-24"),
    ("2025-09-22", .due, "wed", "2025-09-24"),
    ("2025-09-22", .done, "星期三", "2025-09-17"),
    ("2025-09-22", .done, "wed", "2025-09-17"),
    ("2025-09-22", .done, "上周三", "2025-09-17"),
    ("2025-09-22", .done, "last wed", "2025-09-17"),
    ("2025-09-22", .due, "今天", "2025-09-22"),
    ("2025-09-23", .due, "下周六", "2025-10-04"),
    ("2025-09-23", .due, "本周六", "2025-09-27"),
    ("2025-09-23", .due, "周六", "2025-09-27"),
    ("2025-09-23", .due, "sat", "2025-09-27"),
    ("2025-09-23", .done, "星期六", "2025-09-20"),
    ("2025-09-23", .done, "sat", "2025-09-20"),
    ("2025-09-23", .done, "上周六", "2025-09-20"),
    ("2025-09-23", .done, "last sat", "2025-09-20"),
    ("2025-09-23", .due, "明天", "2025-09-24"),
    ("2025-09-24", .due, "下周二", "2025-09-30"),
    ("2025-09-24", .due, "本周二", "2025-09-23"),
    ("2025-09-24", .due, "周二", "2025-09-30"),
    ("2025-09-24", .due, "tue", "2025-09-30"),
    ("2025-09-24", .done, "星期二", "2025-09-23"),
    ("2025-09-24", .done, "tue", "2025-09-23"),
    ("2025-09-24", .done, "上周二", "2025-09-16"),
    ("2025-09-24", .done, "last tue", "2025-09-16"),
    ("2025-09-24", .due, "后天", "2025-09-26"),
    ("2025-09-25", .due, "下周五", "2025-10-03"),
    ("2025-09-25", .due, "本周五", "2025-09-26"),
    ("2025-09-25", .due, "周五", "2025-09-26"),
    ("2025-09-25", .due, "fri", "2025-09-26"),
    ("2025-09-25", .done, "星期五", "2025-09-19"),
    ("2025-09-25", .done, "fri", "2025-09-19"),
    ("2025-09-25", .done, "上周五", "2025-09-19"),
    ("2025-09-25", .done, "last fri", "2025-09-19"),
    ("2025-09-25", .due, "大后天", "2025-09-28"),
    ("2025-09-26", .due, "下周一", "2025-09-29"),
    ("2025-09-26", .due, "本周一", "2025-09-22"),
    ("2025-09-26", .due, "周一", "2025-09-29"),
    ("2025-09-26", .due, "mon", "2025-09-29"),
    ("2025-09-26", .done, "星期一", "2025-09-22"),
    ("2025-09-26", .done, "mon", "2025-09-22"),
    ("2025-09-26", .done, "上周一", "2025-09-15"),
    ("2025-09-26", .done, "last mon", "2025-09-15"),
    ("2025-09-26", .due, "today", "2025-09-26"),
    ("2025-09-27", .due, "下周四", "2025-10-02"),
    ("2025-09-27", .due, "本周四", "2025-09-25"),
    ("2025-09-27", .due, "周四", "2025-10-02"),
    ("2025-09-27", .due, "thu", "2025-10-02"),
    ("2025-09-27", .done, "星期四", "2025-09-25"),
    ("2025-09-27", .done, "thu", "2025-09-25"),
    ("2025-09-27", .done, "上周四", "2025-09-18"),
    ("2025-09-27", .done, "last thu", "2025-09-18"),
    ("2025-09-27", .due, "tomorrow", "2025-09-28"),
    ("2025-09-28", .due, "下周日", "2025-10-05"),
    ("2025-09-28", .due, "本周日", "2025-09-28"),
    ("2025-09-28", .due, "周日", "2025-09-28"),
    ("2025-09-28", .due, "sun", "2025-09-28"),
    ("2025-09-28", .done, "星期日", "2025-09-28"),
    ("2025-09-28", .done, "sun", "2025-09-28"),
    ("2025-09-28", .done, "上周日", "2025-09-21"),
    ("2025-09-28", .done, "last sun", "2025-09-21"),
    ("2025-09-28", .due, "今日", "2025-09-28"),
  ]

  static let others: [Row] = [
    ("2025-04-03", .due, "3个工作日", "2025-04-09"),
    ("2025-04-03", .due, "3wd", "2025-04-09"),
    ("2025-09-26", .due, "5个工作日", "2025-10-10"),
    ("2025-09-26", .due, "5wd", "2025-10-10"),
    ("2025-09-30", .due, "1个工作日", "2025-10-09"),
    ("2025-09-30", .due, "1wd", "2025-10-09"),
    ("2025-01-24", .due, "5个工作日", "2025-02-07"),
    ("2025-01-24", .due, "5wd", "2025-02-07"),
    ("2025-04-25", .due, "2个工作日", "2025-04-28"),
    ("2025-04-25", .due, "2wd", "2025-04-28"),
    ("2025-10-10", .due, "1个工作日", "2025-10-11"),
    ("2025-10-10", .due, "1wd", "2025-10-11"),
    ("2025-04-03", .due, "7天", "2025-04-10"),
    ("2025-04-03", .due, "7天后", "2025-04-10"),
    ("2025-04-03", .due, "+7d", "2025-04-10"),
    ("2025-04-30", .due, "5天", "2025-05-06"),
    ("2025-04-30", .due, "5天后", "2025-05-05"),
    ("2025-04-30", .due, "+5d", "2025-05-05"),
    ("2025-09-25", .due, "7天", "2025-10-09"),
    ("2025-09-25", .due, "7天后", "2025-10-02"),
    ("2025-09-25", .due, "+7d", "2025-10-02"),
    ("2025-12-25", .due, "10天", "2026-01-05"),
    ("2025-12-25", .due, "10天后", "2026-01-04"),
    ("2025-12-25", .due, "+10d", "2026-01-04"),
    ("2024-02-28", .due, "1天", "2024-02-29"),
    ("2024-02-28", .due, "1天后", "2024-02-29"),
    ("2024-02-28", .due, "+1d", "2024-02-29"),
    ("2024-02-01", .due, "月底", "2024-02-29"),
    ("2025-02-28", .due, "eom", "2025-02-28"),
    ("2025-12-31", .due, "下月底", "2026-01-31"),
    ("2025-03-01", .done, "月底", "2025-02-28"),
    ("2025-11-30", .due, "下个月底", "2025-12-31"),
    ("2025-06-01", .due, "年底", "2025-12-31"),
    ("2025-06-01", .done, "年底", "2024-12-31"),
    ("2025-12-01", .due, "10-15", "2026-10-15"),
    ("2025-12-01", .done, "10-15", "2025-10-15"),
    ("2025-10-15", .due, "10月15日", "2025-10-15"),
    ("2025-10-15", .done, "10/15", "2025-10-15"),
    ("2025-03-01", .due, "2月29日", "2028-02-29"),
    ("2025-03-01", .done, "2-29", "2024-02-29"),
    ("2025-12-20", .due, "十月十五日", "2026-10-15"),
    ("2025-12-20", .due, "明年3月1日", "2026-03-01"),
    ("2025-12-20", .done, "去年12月31日", "2024-12-31"),
    ("2025-01-31", .due, "15号", "2025-02-15"),
    ("2025-01-31", .due, "31号", "2025-01-31"),
    ("2025-02-01", .due, "30号", "2025-03-30"),
    ("2025-12-20", .due, "下月5号", "2026-01-05"),
    ("2025-03-10", .done, "15号", "2025-02-15"),
    ("2025-01-31", .due, "1个月后", "2025-02-28"),
    ("2025-08-31", .due, "+6mo", "2026-02-28"),
    ("2025-09-01", .due, "两周后", "2025-09-15"),
    ("2025-09-01", .done, "3天前", "2025-08-29"),
    ("2025-09-01", .done, "3 days ago", "2025-08-29"),
    ("2025-09-01", .due, "in 3 days", "2025-09-04"),
    ("2025-09-01", .done, "昨天", "2025-08-31"),
    ("2025-01-01", .done, "yesterday", "2024-12-31"),
    ("2025-09-01", .due, "半个月后", "2025-09-16"),
    ("2025-12-01", .due, "oct 15", "2026-10-15"),
    ("2025-12-01", .done, "15th of October", "2025-10-15"),
    ("2025-12-01", .due, "15 Oct 2027", "2027-10-15"),
    ("2025-12-01", .due, "2025年12月31日", "2025-12-31"),
    ("2025-12-01", .due, "２０２６－０１－０５", "2026-01-05"),
    ("2025-09-24", .due, "next fri", "2025-10-03"),
    ("2025-09-26", .due, "next fri", "2025-10-03"),
    ("2025-12-01", .due, "１２ 月 8 日 前", "2025-12-08"),
    ("2025-12-01", .due, "2025-12-08 周一", "2025-12-08"),
    ("2025-12-01", .due, "12月8日（星期一）前", "2025-12-08"),
    ("2025-11-30", .due, "下周三", "2025-12-03"),
    ("2025-12-31", .due, "月底前", "2025-12-31"),
    ("2025-12-31", .due, "年底", "2025-12-31"),
    ("2025-12-31", .due, "3月底", "2026-03-31"),
    ("2025-12-31", .done, "3月底", "2025-03-31"),
    ("2025-12-31", .due, "明年底", "2026-12-31"),
    ("2025-12-01", .due, "8日前", "2025-12-08"),
    ("2025-12-01", .done, "8日前", "2025-11-23"),
    ("2025-12-01", .bound, "8日", "2025-12-08"),
    ("2025-12-01", .due, "within two weeks", "2025-12-15"),
    ("2025-12-01", .done, "two weeks ago", "2025-11-17"),
    ("2025-12-01", .due, "一个月内", "2026-01-01"),
    ("2025-12-01", .due, "半年后", "2026-06-01"),
  ]

  @Test("a day of the week", arguments: weeks)
  func week(_ row: Row) throws {
    #expect(try read(row.text, row.today, row.sense) == row.day, "\(row.text) on \(row.today)")
  }

  @Test("months, lengths, working days and dates without a year", arguments: others)
  func other(_ row: Row) throws {
    #expect(try read(row.text, row.today, row.sense) == row.day, "\(row.text) on \(row.today)")
  }

  @Test(
    "a day that does not exist is an error",
    arguments: ["2025-02-30", "13-01", "2月30日", "32号", "周八", "2025年2月29日", "feb 30", "9999天后"])
  func impossible(_ text: String) {
    #expect(throws: DateWords.Fault.impossible) { try read(text, "2025-09-24", .due) }
  }

  @Test(
    "words that do not give a day are an error",
    arguments: [
      "", "尽快", "周末", "10月", "6", "15日左右", "soon", "next", "3", "下周", "三天两头", "1.2.3.4", "一个月",
      "年前", "before fri", "下周三左右", "10天前", "3 days ago", "下午三点半",
    ])
  func unknown(_ text: String) {
    #expect(throws: DateWords.Fault.unknown) { try read(text, "2025-09-24", .due) }
  }

  @Test("an ambiguous text names both days")
  func ambiguous() throws {
    #expect(throws: DateWords.Fault.self) { try read("5/6", "2025-09-24", .due, "en") }
    // The fifteenth, or fifteen days, ending on the working day after the holiday.
    let fifteenth = try Day(reading: Slice("2025-10-15"))
    #expect(throws: DateWords.Fault.ambiguous(fifteenth, fifteenth + -6)) {
      try read("15日", "2025-09-24", .due)
    }
    #expect(try read("15日", "2025-09-24", .done) == "2025-09-15")
    #expect(try read("5/6", "2025-09-24", .due) == "2026-05-06")
    #expect(try read("5/16", "2025-09-24", .due, "en") == "2026-05-16")
  }

  @Test(
    "an hour may follow a day",
    arguments: [
      ("下周四下午两点半", "2025-12-11", "14:30"), ("后天 上午九点", "2025-12-03", "09:00"),
      ("12-08 14:30-16:00", "2025-12-08", "14:30-16:00"),
      ("next Thursday 2:30pm", "2025-12-11", "14:30"),
      ("12月8日（周一）下午3点到5点", "2025-12-08", "15:00-17:00"), ("8 Dec, 3pm", "2025-12-08", "15:00"),
      ("15日下午三点", "2025-12-15", "15:00"), ("下周四", "2025-12-11", nil),
    ] as [(String, String, String?)])
  func hours(text: String, day: String, hours: String?) throws {
    let today = try Day(reading: Slice("2025-12-01"))
    let words = DateWords(today: today, sense: .meeting, charter: Self.charter())
    let moment = try words.moment(text)
    #expect(moment.day.iso == day)
    #expect(moment.hours == hours)
    if hours != nil {
      #expect(throws: DateWords.Fault.hasHour(moment.day)) { try words.day(text) }
    }
  }

  @Test("a weekday that is not that of the day is an error")
  func otherWeekday() throws {
    let monday = try Day(reading: Slice("2025-12-08"))
    #expect(throws: DateWords.Fault.otherWeekday(monday)) {
      try read("12月8日周二", "2025-12-01", .due)
    }
  }

  @Test(
    "what follows an earlier day is the nearest to today from then on",
    arguments: [
      ("10-15", "2025-09-25", "2025-10-15"), ("3-15", "2025-03-01", "2026-03-15"),
      ("9-20", "2025-09-25", "2026-09-20"), ("12-20", "2025-09-25", "2025-12-20"),
    ])
  func after(text: String, start: String, expected: String) throws {
    let start = try Day(reading: Slice(start))
    #expect(try read(text, "2025-12-01", .dueAfter(start)) == expected)
  }

  @Test("a length of time is not a past day")
  func lengths() {
    #expect(throws: DateWords.Fault.unknown) { try read("3天", "2025-09-24", .done) }
    #expect(throws: DateWords.Fault.unknown) { try read("5wd", "2025-09-24", .done) }
  }
}
