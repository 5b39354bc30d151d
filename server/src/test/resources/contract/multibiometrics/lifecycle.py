import http.client
import json

face = open("{{face}}").read()
finger = open("{{finger}}").read()
headers = {
  'Content-Type': 'application/json',
  'Ocp-Apim-Subscription-Key': '<API-KEY>'
}

def call(method, operation, person):
    conn = http.client.HTTPConnection("127.0.0.1", {{port}})
    payload = json.dumps({"Person": person})
    conn.request(method, "/multibiometrics/" + operation, payload, headers)
    res = conn.getresponse()
    data = res.read()
    print(res.status, data.decode("utf-8"))

person = {
  "CustomID": "{{custom-id}}",
  "Face": [
    { "Face-1": face }
  ],
  "Fingers": [
    {
      "Finger-1": finger,
      "Finger-2": finger
    }
  ]
}
call("POST", "enroll", person)
call("POST", "enroll", person)
call("POST", "verify", person)
call("PUT", "update", person)
call("DELETE", "delete", { "CustomID": "{{custom-id}}" })
call("POST", "verify", person)
call("POST", "verify", { "Face": person["Face"] })
