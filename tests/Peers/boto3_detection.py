"""DetectCustomLabels through boto3."""

import concurrent.futures

from endpoint import IMAGES, PANEL, EndpointTestCase, labels_of


class Boto3Detection(EndpointTestCase):
    def test_an_image_by_bytes(self):
        answer = self.detect((IMAGES / PANEL).read_bytes(), MinConfidence=0)
        names, boxes = labels_of(PANEL)
        self.assertEqual(names, sorted(label["Name"] for label in answer["CustomLabels"]))
        self.assertEqual(boxes, len([label for label in answer["CustomLabels"] if label["Geometry"]["BoundingBox"]["Width"] > 0]))
        self.assertEqual(200, answer["ResponseMetadata"]["HTTPStatusCode"])
        self.assertRegex(answer["ResponseMetadata"]["RequestId"], r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")

    def test_an_object_is_answered_as_its_bytes_are(self):
        self.assertEqual(self.detect((IMAGES / PANEL).read_bytes())["CustomLabels"], self.detect(PANEL)["CustomLabels"])

    def test_the_highest_confidences_come_first_and_no_more_than_asked(self):
        every = [label["Confidence"] for label in self.detect(PANEL, MinConfidence=0)["CustomLabels"]]
        self.assertEqual(sorted(every, reverse=True), every)
        self.assertEqual(every[:2], [label["Confidence"] for label in self.detect(PANEL, MinConfidence=0, MaxResults=2)["CustomLabels"]])
        self.assertEqual([confidence for confidence in every if confidence >= every[1]], [label["Confidence"] for label in self.detect(PANEL, MinConfidence=every[1])["CustomLabels"]])

    def test_an_image_of_4_MB(self):
        image = (IMAGES / PANEL).read_bytes()
        self.assertEqual([], self.detect(image + bytes(4 * 1024 * 1024 - len(image)))["CustomLabels"])

    def test_many_at_once(self):
        image = (IMAGES / PANEL).read_bytes()
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda _: self.detect(image)["CustomLabels"], range(100)))
        self.assertTrue(answers[0])
        self.assertTrue(all(answer == answers[0] for answer in answers))
