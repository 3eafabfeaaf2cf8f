import HallSyntax
import Testing

@Suite("Days, times and periods")
struct DayTests {
  @Test(
    "a day is read in four forms",
    arguments: [
      ("2025-09-18", "2025-09-18"), ("2025/9/18", "2025-09-18"), ("2025.9.18", "2025-09-18"),
      ("2025年9月18日", "2025-09-18"), ("2025年09月08日", "2025-09-08"), ("2025-9-8", "2025-09-08"),
      ("2025 年 9 月 18 日", "2025-09-18"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
      ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"), ("1969-12-31", "1969-12-31"),
    ])
  func reads(_ text: String, iso: String) throws {
    for spelling in spellings(text) { #expect(try Day(reading: Slice(spelling)).iso == iso) }
  }

  @Test(
    "a date that is not in the calendar is not a day",
    arguments: [
      "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
      "2025-01-32",
      "0000-01-01", "2025年2月30日",
    ])
  func noSuchDay(_ text: String) {
    #expect(throws: ValueFault.noSuchDay) { try Day(reading: Slice(text)) }
  }

  @Test(
    "a text in another form is not a day",
    arguments: [
      "25-09-18", "2025-09", "2025-09-18x", "2025-09/18", "2025-009-18", "2025-09-188", "2025年9月18",
      "下周三",
      "2025--09-18", "-2025-09-18", "20250918", "12025-09-18", "2025-09-18 周末", "2025-9-", "2025",
      "99999999999999999999-01-01",
    ])
  func malformed(_ text: String) {
    for spelling in [text, fullWidth(text)] {
      #expect(throws: ValueFault.malformed) { try Day(reading: Slice(spelling)) }
    }
  }

  @Test("an empty text is not a value", arguments: ["", " ", "　", "\t \r"])
  func empty(_ text: String) {
    #expect(throws: ValueFault.emptyValue) { try Day(reading: Slice(text)) }
    #expect(throws: ValueFault.emptyValue) { try Moment(reading: Slice(text)) }
    #expect(throws: ValueFault.emptyValue) { try Period(reading: Slice(text)) }
  }

  @Test("days follow each other through four centuries, months, leap years and weekdays")
  func everyDay() throws {
    var day = try #require(Day(year: 1899, month: 12, day: 31))
    var weekday = 7  // a Sunday
    #expect(day.weekday == weekday)
    for year in 1900...2300 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(ofMonth: month, year: year) {
          day = day + 1
          weekday = weekday % 7 + 1
          guard let same = Day(year: year, month: month, day: dayOfMonth), same == day,
            day.weekday == weekday, day.components == (year, month, dayOfMonth)
          else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is read as \(day.iso)")
            return
          }
        }
      }
    }
  }

  @Test("the calendar goes from year 1 to year 9999")
  func ends() throws {
    let first = try #require(Day(year: 1, month: 1, day: 1))
    let last = try #require(Day(year: 9999, month: 12, day: 31))
    #expect(first + -1 == first)
    #expect(last + 1 == last)
    #expect((first + 400).components.year == 2)
    #expect(last - first == 3_652_058)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test(
    "a time is a day, then an hour or two",
    arguments: [
      ("2025-09-18", "", ""), ("2025-09-18 14:30", "14:30", ""),
      ("2025-09-18 14:30-16:00", "14:30", "16:00"), ("2025-09-18 14:30–16:00", "14:30", "16:00"),
      ("2025-09-18 14:30—16:00", "14:30", "16:00"), ("2025-09-18 14:30至16:00", "14:30", "16:00"),
      ("2025-09-18 14:30~16:00", "14:30", "16:00"), ("2025-09-18 14:30 - 16:00", "14:30", "16:00"),
      ("2025年9月18日 9:05", "09:05", ""), ("2025年9月18日14:30", "14:30", ""),
      ("2025-09-18T14:30", "14:30", ""), ("2025-09-18 00:00-24:00", "00:00", "24:00"),
      ("2025/9/18 14:30 至 14:30", "14:30", "14:30"),
    ])
  func moments(_ text: String, start: String, end: String) throws {
    for spelling in spellings(text) {
      let moment = try Moment(reading: Slice(spelling))
      #expect(moment.day.iso == "2025-09-18")
      #expect(moment.start?.text ?? "" == start)
      #expect(moment.end?.text ?? "" == end)
    }
  }

  @Test(
    "a time that is not one, or ends before it begins",
    arguments: [
      ("2025-09-18 25:00", ValueFault.malformed), ("2025-09-18 14:60", .malformed),
      ("2025-09-18 24:01", .malformed), ("2025-09-18 14", .malformed),
      ("2025-09-18 14:3", .malformed), ("2025-09-18 14:30-", .malformed),
      ("2025-09-18 14:30 16:00", .malformed), ("2025-09-18 14:30-16:00 x", .malformed),
      ("14:30", .malformed), ("2025-09-31 14:30", .noSuchDay),
      ("2025-09-18 16:00-14:30", .endsBeforeStart),
    ])
  func badMoments(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Moment(reading: Slice(text)) }
  }

  @Test(
    "a period is two days, both included",
    arguments: [
      "2025-09-06 至 2025-09-20", "2025-09-06 to 2025-09-20", "2025-09-06 ~ 2025-09-20",
      "2025-09-06至2025-09-20", "2025年9月6日至2025年9月20日", "2025-09-06 到 2025/9/20",
    ])
  func periods(_ text: String) throws {
    for spelling in spellings(text) {
      let period = try Period(reading: Slice(spelling))
      #expect(period.start.iso == "2025-09-06")
      #expect(period.end.iso == "2025-09-20")
      #expect(period.days == 15)
      #expect(period.contains(period.end) && !period.contains(period.end + 1))
    }
  }

  @Test("a single day is a period of one")
  func oneDay() throws {
    let period = try Period(reading: Slice("2025-09-28"))
    #expect(period.start == period.end)
    #expect(period.days == 1)
  }

  @Test(
    "a period that is not one, or ends before it begins",
    arguments: [
      ("2025-09-06 至", ValueFault.malformed), ("2025-09-06 2025-09-20", .malformed),
      ("至 2025-09-20", .malformed), ("2025-09-06 至 2025-09-20 止", .malformed),
      ("2025-09-06 至 2025-09-31", .noSuchDay), ("2025-09-20 至 2025-09-06", .endsBeforeStart),
    ])
  func badPeriods(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Period(reading: Slice(text)) }
  }
}
