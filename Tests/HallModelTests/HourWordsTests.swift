import HallModel
import Testing

@Suite("Hours in words")
struct HourWordsTests {
  @Test(
    "hours are read as people write them",
    arguments: [
      ("下午3点", "15:00"), ("2点半", "14:30"), ("14点30分", "14:30"), ("3pm", "15:00"),
      ("14:30", "14:30"), ("9点", "09:00"), ("上午九点一刻", "09:15"), ("晚上7点", "19:00"),
      ("中午12点", "12:00"), ("12am", "00:00"), ("9:30 am", "09:30"), ("下午 3：20", "15:20"),
      ("14:30-16:00", "14:30-16:00"), ("下午3点到5点", "15:00-17:00"), ("2点半至4点", "14:30-16:00"),
      ("上午11点-1点", "11:00-13:00"), ("9点到11点半", "09:00-11:30"), ("下午3点到8点", "15:00-20:00"),
    ])
  func reads(text: String, written: String) {
    #expect(HourWords.written(text) == written)
  }

  @Test(
    "other words are not an hour",
    arguments: ["", "3", "下午", "25点", "14:75", "2点半多", "下午3", "-", "3点-", "99999999999999999999点"])
  func refuses(text: String) {
    #expect(HourWords.written(text) == nil)
  }
}
