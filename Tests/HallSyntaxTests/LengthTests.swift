import HallSyntax
import Testing

@Suite("Lengths, durations and offsets")
struct LengthTests {
  @Test(
    "a length is days or working days",
    arguments: [
      ("3天", 3, false), ("15日", 15, false), ("5个工作日", 5, true), ("5工作日", 5, true),
      ("3 days", 3, false),
      ("1 day", 1, false), ("5 working days", 5, true), ("1 working day", 1, true),
      ("2周", 14, false),
      ("2 weeks", 14, false), ("5214周", 36_498, false), ("0天", 0, false), ("36500天", 36_500, false),
    ])
  func lengths(_ text: String, days: Int, inWorkingDays: Bool) throws {
    for spelling in spellings(text) {
      let length = try Length(reading: Slice(spelling))
      #expect(length == Length(days: days, inWorkingDays: inWorkingDays))
      for language in Language.allCases {
        #expect(try Length(reading: Slice(length.text(language))) == length)
      }
    }
  }

  @Test(
    "a text that is not a length",
    arguments: [
      ("3", ValueFault.malformed), ("三天", .malformed), ("3.5天", .malformed), ("3天半", .malformed),
      ("天", .malformed), ("-3天", .negative), ("－3天", .negative), ("36501天", .tooLarge),
      ("5215周", .tooLarge), ("20218 weeks", .tooLarge),
      ("", .emptyValue),
      ("3个月", .malformed),
    ])
  func badLengths(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Length(reading: Slice(text)) }
  }

  @Test(
    "a duration is hours, minutes, or both",
    arguments: [
      ("20分钟", 20), ("20min", 20), ("1小时", 60), ("1h30m", 90), ("1小时30分", 90), ("1小时30分钟", 90),
      ("20 min", 20),
      ("1 hour 5 minutes", 65), ("2h", 120), ("90分", 90), ("0分钟", 0), ("1个小时", 60),
      ("半小时", 30), ("半个小时", 30), ("一个半小时", 90), ("两小时", 120), ("三刻钟", 45), ("二十分钟", 20),
      ("1小时半", 90), ("half an hour", 30), ("an hour and a half", 90), ("one and a half hours", 90),
    ])
  func durations(_ text: String, minutes: Int) throws {
    for spelling in spellings(text) {
      #expect(try Minutes(reading: Slice(spelling)).count == minutes)
    }
    let read = try Minutes(reading: Slice(text))
    for language in Language.allCases {
      #expect(try Minutes(reading: Slice(read.text(language))) == read)
    }
  }

  @Test(
    "a text that is not a duration",
    arguments: [
      ("20", ValueFault.malformed), ("半天", .malformed), ("一会儿", .malformed), ("四刻钟", .malformed),
      ("1:30", .malformed), ("1h30", .malformed),
      ("20分钟左右", .malformed), ("-20分钟", .negative), ("10001小时", .tooLarge), ("600001分钟", .tooLarge),
      ("", .emptyValue), ("30m1h", .malformed),
    ])
  func badDurations(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try Minutes(reading: Slice(text)) }
  }

  @Test(
    "an offset from UTC",
    arguments: [
      ("+08:00", 28_800), ("+8", 28_800), ("-0330", -12_600), ("Z", 0), ("z", 0), ("+0", 0),
      ("-03:30", -12_600),
      ("UTC+8", 28_800), ("+0800", 28_800), ("+05:45", 20_700), ("+14:00", 50_400),
      ("-12", -43_200),
    ])
  func offsets(_ text: String, seconds: Int) throws {
    for spelling in spellings(text) {
      #expect(try ZoneOffset(reading: Slice(spelling)).seconds == seconds)
    }
  }

  @Test(
    "a text that is not an offset",
    arguments: [
      ("08:00", ValueFault.malformed), ("+", .malformed), ("+25", .malformed),
      ("+08:60", .malformed),
      ("+08:0", .malformed), ("Zulu", .malformed), ("UTC", .malformed), ("北京", .malformed),
      ("", .emptyValue),
      ("+08:00 x", .malformed),
    ])
  func badOffsets(_ text: String, fault: ValueFault) {
    #expect(throws: fault) { try ZoneOffset(reading: Slice(text)) }
  }
}
